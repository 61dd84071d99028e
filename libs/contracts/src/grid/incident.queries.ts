import * as choices from '../choices/incident-choices.ts';
import { incidentOrders } from '../choices/order-choices.ts';
import { pageOf } from '../message/page.ts';
import { Paged } from '../message/paged.ts';
import * as field from '../vocabulary/fields.ts';
import { PlaceAsked } from '../vocabulary/place.ts';
import { IncidentSummary, IncidentView, NearbyIncidentList } from './incident.answers.ts';
import { GridQuery } from './messages.ts';
import { incidentStream } from './streams.ts';

@GridQuery('事件列表', 'List incidents', {
  route: 'GET /incidents',
  permission: 'incident.read',
  views: ['incident-board'],
  answer: pageOf(IncidentSummary),
})
export class ListIncidents extends Paged {
  /** Its incidents and those below it. */
  @field.regionCode('区域', 'Region', { optional: true })
  territory?: string;

  @field.categoryPrefix('类别（代码前缀）', 'Beginning of category codes', { optional: true })
  category?: string;

  @field.choice(choices.incidentStatuses, '状态', 'Status', { optional: true })
  status?: choices.IncidentStatus;

  @field.choice(choices.incidentChannels, '来源', 'Channel', { optional: true })
  channel?: choices.IncidentChannel;

  @field.optionalBoolean('紧急', 'Urgent')
  urgent?: boolean;

  /** Those without a case, or with one. */
  @field.optionalBoolean('已建案卷', 'With a case')
  hasCase?: boolean;

  @field.instant('起（含）', 'From this instant on', { optional: true })
  from?: string;

  @field.instant('止（不含）', 'Before this instant', { optional: true })
  until?: string;

  @field.mapWindow('地图范围', 'Window of the map', { optional: true })
  bbox?: string;

  /** The newest first unless told. */
  @field.choice(incidentOrders, '排序', 'Order', { optional: true })
  sort?: keyof typeof incidentOrders;

  /** Count all that match, by status, channel and whether urgent. */
  @field.optionalBoolean('分面计数', 'With counts of all that match')
  facets?: boolean;
}

/** Its words are opened for who may see them in its grid, and for who recorded it, or whom it was recorded for. */
@GridQuery('查看事件', 'Get an incident', {
  route: 'GET /incidents/:incidentId',
  permission: 'incident.read',
  views: ['incident-board'],
  answer: IncidentView,
  stream: incidentStream,
})
export class GetIncident {
  @field.id('事件编号', 'Incident')
  incidentId!: string;
}

/** Reports of one category close by, the nearest first, at most 20: asked before a report is sent, lest it be one of them. */
@GridQuery('附近相似事件', 'Find similar incidents nearby', {
  route: 'GET /incidents-nearby',
  permission: 'incident.report',
  views: ['incident-board'],
  answer: NearbyIncidentList,
})
export class NearbyIncidents extends PlaceAsked {
  @field.categoryCode('类别', 'Category')
  category!: string;

  /** 100 unless told. */
  @field.count('半径（米）', 'Metres around', { min: 1, max: 500, asked: true, optional: true })
  radius?: number;

  /** 14 unless told. */
  @field.count('回溯天数', 'Days back', { min: 1, max: 90, asked: true, optional: true })
  days?: number;
}
