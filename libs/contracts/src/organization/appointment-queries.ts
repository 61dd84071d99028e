import { IsIn, IsUUID } from 'class-validator';
import { type PostCode, posts } from '../choices/posts.ts';
import { Paged } from '../message/paged.ts';
import { Query } from '../message/query.ts';
import { IsFlag, MayBeAbsent } from '../vocabulary/flag.ts';
import { IsRegionCode } from '../vocabulary/region-code.ts';

/** One appointment, running or ended. Who the person is, is asked of the person. */
export interface AppointmentView {
  readonly appointmentId: string;
  readonly orgId: string;
  readonly personId: string;
  readonly post: PostCode;
  readonly regionCode: string;
  readonly status: 'running' | 'ended';
  /** First day in the post. */
  readonly from: string;
  /** Last day in the post. */
  readonly until?: string;
  readonly reason?: string;
}

@Query({
  service: 'organization',
  route: 'GET /appointments',
  permission: 'organization.read',
  views: ['appointments'],
  summary: { zh: '任职列表', en: 'List appointments' },
})
export class ListAppointments extends Paged {
  @MayBeAbsent()
  @IsUUID('7')
  orgId?: string;

  @MayBeAbsent()
  @IsUUID('7')
  personId?: string;

  @MayBeAbsent()
  @IsIn(Object.keys(posts))
  post?: PostCode;

  /** Appointments in organisations of this region and below. */
  @MayBeAbsent()
  @IsRegionCode()
  regionCode?: string;

  /** `running` unless told. */
  @MayBeAbsent()
  @IsIn(['running', 'ended'])
  status?: 'running' | 'ended';

  /** The newest first unless told. */
  @MayBeAbsent()
  @IsIn(['newest', 'oldest', 'region'])
  sort?: 'newest' | 'oldest' | 'region';

  /** Count all that match, by post. */
  @IsFlag()
  facets?: boolean;
}
