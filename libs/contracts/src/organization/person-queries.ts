import { IsIn, IsUUID } from 'class-validator';
import { type PostCode, posts } from '../choices/posts.ts';
import { Paged } from '../message/paged.ts';
import type { PersonalText } from '../vocabulary/personal-text.ts';
import { Query } from '../message/query.ts';
import { IsFlag, MayBeAbsent } from '../vocabulary/flag.ts';
import { IsRegionCode } from '../vocabulary/region-code.ts';

/** A post a person holds now. */
export interface PostHeld {
  readonly appointmentId: string;
  readonly orgId: string;
  readonly post: PostCode;
  readonly regionCode: string;
  readonly from: string;
}

/** A person as lists show them: no phone number. */
export interface PersonSummary {
  readonly personId: string;
  readonly name: PersonalText;
  readonly partyMember: boolean;
  /** False: has left (离任). */
  readonly serving: boolean;
  readonly regionCode: string;
  readonly posts: readonly PostHeld[];
}

export interface PersonView extends PersonSummary {
  /** Absent where no number is held. */
  readonly phone?: PersonalText;
}

@Query({
  service: 'organization',
  route: 'GET /people',
  permission: 'organization.read',
  views: ['people'],
  summary: { zh: '人员列表', en: 'List people' },
})
export class ListPeople extends Paged {
  /** People managed, or in a post, in this region and below. */
  @MayBeAbsent()
  @IsRegionCode()
  regionCode?: string;

  /** People who hold this post. */
  @MayBeAbsent()
  @IsIn(Object.keys(posts))
  post?: PostCode;

  @IsFlag()
  partyMember?: boolean;

  /** Those in service unless told. */
  @IsFlag()
  serving?: boolean;

  /** Count all that match, by post held. */
  @IsFlag()
  facets?: boolean;
}

@Query({
  service: 'organization',
  route: 'GET /people/:personId',
  permission: 'organization.read',
  views: ['people'],
  summary: { zh: '查看人员', en: 'Get a person' },
})
export class GetPerson {
  @IsUUID('7')
  personId!: string;
}
