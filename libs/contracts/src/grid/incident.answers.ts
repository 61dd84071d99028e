import * as choices from '../choices/incident-choices.ts';
import * as field from '../vocabulary/fields.ts';
import type { PersonalText } from '../vocabulary/personal-text.ts';
import type { GivenPlace, Place } from '../vocabulary/place.ts';
import { PictureReference } from './incident.commands.ts';

/** What every answer tells of an incident: nothing personal. */
class IncidentFacts {
  @field.id('事件编号', 'Incident')
  readonly incidentId!: string;

  @field.gridCode('网格', 'Grid')
  readonly gridCode!: string;

  @field.categoryCode('类别', 'Category')
  readonly categoryCode!: string;

  @field.place('位置', 'Place')
  readonly location!: Readonly<Place>;

  @field.boolean('紧急', 'Urgent')
  readonly urgent!: boolean;

  @field.choice(choices.incidentChannels, '来源', 'Channel')
  readonly channel!: choices.IncidentChannel;

  @field.choice(choices.incidentStatuses, '状态', 'Status')
  readonly status!: choices.IncidentStatus;

  @field.id('首次上报的事件', 'Duplicate of', { optional: true })
  readonly duplicateOf?: string;

  /** When it happened or was seen, which may be before it was recorded. */
  @field.instant('发生时间', 'Happened at')
  readonly reportedAt!: string;

  @field.boolean('已建案卷', 'A case was opened for it')
  readonly hasCase!: boolean;
}

/** An incident as lists and maps show it. */
export class IncidentSummary extends IncidentFacts {
  @field.count('图片数', 'Number of pictures', { min: 0 })
  readonly pictures!: number;
}

/** A report of the same kind nearby. */
export class NearbyIncident extends IncidentSummary {
  @field.count('距离（米）', 'Metres from the place asked for', { min: 0 })
  readonly distance!: number;
}

export class NearbyIncidentList {
  @field.list(() => NearbyIncident, '附近事件', 'Incidents nearby, the nearest first')
  readonly items!: readonly NearbyIncident[];
}

export class IncidentView extends IncidentFacts {
  @field.streamVersion()
  readonly _version?: number;

  @field.givenPlace('上报时的坐标', 'Place as it was sent, where not in WGS-84')
  readonly locationGiven?: Readonly<GivenPlace>;

  @field.personalText('情况描述', 'What was reported')
  readonly text!: PersonalText;

  @field.personalText('反映人姓名', 'Name of the reporter', { optional: true })
  readonly reporterName?: PersonalText;

  @field.personalText('反映人电话', 'Telephone of the reporter', { optional: true })
  readonly reporterPhone?: PersonalText;

  @field.list(() => PictureReference, '图片', 'Pictures')
  readonly pictures!: readonly Readonly<PictureReference>[];

  @field.text('登记人', 'Recorded by', { max: 64 })
  readonly recordedBy!: string;

  @field.anyId('代谁录入', 'On behalf of', { optional: true })
  readonly onBehalfOf?: string;

  @field.choice(choices.onBehalfReasons, '代录原因', 'Why on their behalf', { optional: true })
  readonly onBehalfReason?: choices.OnBehalfReason;
}
