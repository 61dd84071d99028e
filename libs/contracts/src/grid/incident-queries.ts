import { Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { type IncidentChannel, incidentChannels } from '../choices/incident-choices.ts';
import { Paged } from '../message/paged.ts';
import { Query } from '../message/query.ts';
import { IsCategoryCode, IsCategoryPrefix } from '../vocabulary/category-code.ts';
import { IsFlag } from '../vocabulary/flag.ts';
import type { PersonalText } from '../vocabulary/personal-text.ts';
import { IsWindow, PlaceAsked } from '../vocabulary/place.ts';
import { IsRegionCode } from '../vocabulary/region-code.ts';

export type IncidentStatus = 'reported' | 'duplicate' | 'withdrawn';

/** An incident as lists and maps show it: nothing personal. */
export interface IncidentSummary {
  readonly incidentId: string;
  readonly gridCode: string;
  readonly categoryCode: string;
  readonly lon: number;
  readonly lat: number;
  readonly urgent: boolean;
  readonly channel: IncidentChannel;
  readonly status: IncidentStatus;
  readonly duplicateOf?: string;
  /** When it happened or was seen, which may be before it was recorded. */
  readonly reportedAt: string;
  readonly pictures: number;
  /** Whether a case was opened for it. */
  readonly hasCase: boolean;
}

export interface IncidentView extends Omit<IncidentSummary, 'pictures'> {
  readonly text: PersonalText;
  readonly reporterName?: PersonalText;
  readonly reporterPhone?: PersonalText;
  readonly pictures: readonly { readonly pictureId: string; readonly sha256: string }[];
  readonly recordedBy: string;
  readonly onBehalfOf?: string;
}

/** A report of the same kind nearby. */
export interface NearbyIncident extends IncidentSummary {
  /** Metres from the place asked for. */
  readonly distance: number;
}

@Query({
  service: 'grid',
  route: 'GET /incidents',
  permission: 'incident.read',
  views: ['incident-board'],
  summary: { zh: '事件列表', en: 'List incidents' },
})
export class ListIncidents extends Paged {
  /** Region code: its incidents and those below it. */
  @IsOptional()
  @IsRegionCode()
  territory?: string;

  /** Beginning of category codes. */
  @IsOptional()
  @IsCategoryPrefix()
  category?: string;

  @IsOptional()
  @IsIn(['reported', 'duplicate', 'withdrawn'])
  status?: IncidentStatus;

  @IsOptional()
  @IsIn(Object.keys(incidentChannels))
  channel?: IncidentChannel;

  @IsFlag()
  urgent?: boolean;

  /** Those without a case, or with one. */
  @IsFlag()
  hasCase?: boolean;

  /** From this instant on. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  from?: string;

  /** Before this instant. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  until?: string;

  @IsOptional()
  @IsWindow()
  bbox?: string;

  /** The newest first unless told. */
  @IsOptional()
  @IsIn(['newest', 'oldest'])
  sort?: 'newest' | 'oldest';

  /** Count all that match, by status, channel and whether urgent. */
  @IsFlag()
  facets?: boolean;
}

/** Its words are opened for who may see them in its grid, and for who recorded it. */
@Query({
  service: 'grid',
  route: 'GET /incidents/:incidentId',
  permission: 'incident.read',
  views: ['incident-board'],
  summary: { zh: '查看事件', en: 'Get an incident' },
})
export class GetIncident {
  @IsUUID('7')
  incidentId!: string;
}

/** Reports of one category close by, the nearest first, at most 20: asked before a report is sent, lest it be one of them. */
@Query({
  service: 'grid',
  route: 'GET /incidents-nearby',
  permission: 'incident.report',
  views: ['incident-board'],
  summary: { zh: '附近相似事件', en: 'Find similar incidents nearby' },
})
export class NearbyIncidents extends PlaceAsked {
  @IsCategoryCode()
  category!: string;

  /** Metres, 1 to 500; 100 unless told. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  radius?: number;

  /** Days back, 1 to 90; 14 unless told. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(90)
  days?: number;
}
