import { IsIn, IsOptional, IsUUID } from 'class-validator';
import {
  type BasisKind,
  type DeadlineEffect,
  type Hazard,
  hazards,
  type ResponseLevel,
} from '../choices/wartime-choices.ts';
import { Paged } from '../message/paged.ts';
import { Query } from '../message/query.ts';
import { IsFlag } from '../vocabulary/flag.ts';
import { IsRegionCode } from '../vocabulary/region-code.ts';

/** Where an activation stands. `declined` and `lapsed`: it never began. */
export type ActivationState = 'requested' | 'active' | 'stood-down' | 'declined' | 'lapsed';

export interface BasisView {
  readonly kind: BasisKind;
  readonly reference: string;
  readonly issuer: string;
}

/** A request of a second person's approval, and what became of it. */
export interface WartimeRequestView {
  readonly requestId: string;
  readonly kind: 'activation' | 'level' | 'scope';
  readonly state: 'pending' | 'approved' | 'declined' | 'lapsed';
  /** The level asked for, where it asks for one. */
  readonly level?: ResponseLevel;
  /** The regions it would add. */
  readonly added?: readonly string[];
  readonly requestedBy: string;
  readonly requestedAt: string;
  /** When it can no longer be approved. */
  readonly expiresAt: string;
  readonly decidedBy?: string;
  readonly decidedAt?: string;
}

/** One line of what happened, in the order it was recorded. */
export interface TimelineEntry {
  /** The event's type. */
  readonly what: string;
  readonly at: string;
  readonly by: string;
  readonly level?: ResponseLevel;
  readonly reason?: string;
}

export interface ActivationSummary {
  readonly activationId: string;
  readonly districtCode: string;
  readonly hazard: Hazard;
  readonly level: ResponseLevel;
  readonly state: ActivationState;
  readonly scope: readonly string[];
  readonly basis: BasisView;
  readonly reason: string;
  readonly initiatingUnit: string;
  readonly activatedAt?: string;
  readonly stoodDownAt?: string;
  /** How many requests wait for a second person. */
  readonly pending: number;
}

/** How far the mobilisation has got. */
export interface MobilisationCounts {
  /** Grids ordered out; of one that was replaced, what came of it counts in its place. */
  readonly mobilised: number;
  readonly ordered: number;
  readonly checkedIn: number;
  readonly missed: number;
  readonly released: number;
  /** Grids that were ordered out and then split, merged or retired; not among `mobilised`. */
  readonly replaced: number;
}

export interface ActivationView extends ActivationSummary {
  readonly deadlineRules: readonly {
    readonly categoryPrefix: string;
    readonly effect: DeadlineEffect;
    readonly hours?: number;
  }[];
  readonly checkInMinutes: number;
  readonly requests: readonly WartimeRequestView[];
  readonly timeline: readonly TimelineEntry[];
  readonly openItems: readonly { readonly kind: string; readonly id: string; readonly handedTo: string }[];
  /** Counts of grids in the part of the scope the reader may see. */
  readonly grids: MobilisationCounts;
}

@Query({
  service: 'grid',
  route: 'GET /wartime/activations',
  permission: 'wartime.read',
  views: ['wartime-board'],
  summary: { zh: '战时列表', en: 'List activations' },
})
export class ListActivations extends Paged {
  @IsOptional()
  @IsIn(['requested', 'active', 'stood-down', 'declined', 'lapsed'])
  state?: ActivationState;

  @IsOptional()
  @IsIn(Object.keys(hazards))
  hazard?: Hazard;

  /** Only those with a request that waits for a second person. */
  @IsFlag()
  pending?: boolean;

  /** Region code: activations whose scope touches it. */
  @IsOptional()
  @IsRegionCode()
  territory?: string;
}

@Query({
  service: 'grid',
  route: 'GET /wartime/activations/:activationId',
  permission: 'wartime.read',
  views: ['wartime-board', 'mobilisations'],
  summary: { zh: '查看战时', en: 'Get an activation' },
})
export class GetActivation {
  @IsUUID('7')
  activationId!: string;
}

/** `ordered`: not yet due; `replaced`: the grid is no more, and what came of it was ordered out. */
export type MobilisationStatus = 'ordered' | 'checked-in' | 'missed' | 'released' | 'replaced';

export interface MobilisationView {
  readonly activationId: string;
  readonly gridCode: string;
  readonly status: MobilisationStatus;
  readonly level: ResponseLevel;
  readonly orderedAt: string;
  readonly checkInDue: string;
  readonly checkedInAt?: string;
  readonly checkedInBy?: string;
  readonly late?: boolean;
  readonly releasedAt?: string;
}

@Query({
  service: 'grid',
  route: 'GET /wartime/mobilisations',
  permission: 'wartime.read',
  views: ['mobilisations'],
  summary: { zh: '网格动员列表', en: 'List mobilised grids' },
})
export class ListMobilisations extends Paged {
  @IsOptional()
  @IsUUID('7')
  activationId?: string;

  @IsOptional()
  @IsRegionCode()
  territory?: string;

  @IsOptional()
  @IsIn(['ordered', 'checked-in', 'missed', 'released', 'replaced'])
  status?: MobilisationStatus;

  /** Count all that match, by status and street. */
  @IsFlag()
  facets?: boolean;
}
