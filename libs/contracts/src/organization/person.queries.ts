import { type PostCode, posts } from '../choices/posts.ts';
import { pageOf } from '../message/page.ts';
import { Paged } from '../message/paged.ts';
import * as field from '../vocabulary/fields.ts';
import type { PersonalText } from '../vocabulary/personal-text.ts';
import { OrganizationQuery } from './messages.ts';

/** A post a person holds now. */
export class PostHeld {
  @field.id('任职编号', 'Appointment')
  readonly appointmentId!: string;

  @field.id('党组织', 'Party organisation')
  readonly orgId!: string;

  @field.choice(posts, '职务', 'Post')
  readonly post!: PostCode;

  @field.regionCode('区域', 'Region')
  readonly regionCode!: string;

  @field.day('任职起始日', 'First day in the post')
  readonly from!: string;
}

/** A person as lists show them: no phone number. */
export class PersonSummary {
  @field.anyId('人员编号', 'Person')
  readonly personId!: string;

  @field.personalText('姓名', 'Name')
  readonly name!: PersonalText;

  @field.boolean('中共党员', 'Member of the Party')
  readonly partyMember!: boolean;

  /** False: has left (离任). */
  @field.boolean('在岗', 'In service')
  readonly serving!: boolean;

  @field.regionCode('管理区域', 'Region that manages the person')
  readonly regionCode!: string;

  @field.list(() => PostHeld, '现任职务', 'Posts held')
  readonly posts!: readonly PostHeld[];
}

export class PersonView extends PersonSummary {
  @field.streamVersion()
  readonly _version?: number;

  /** Absent where no number is held. */
  @field.personalText('办公电话', 'Phone number used in office', { optional: true })
  readonly phone?: PersonalText;
}

@OrganizationQuery('人员列表', 'List people', {
  route: 'GET /people',
  permission: 'organization.read',
  views: ['people'],
  answer: pageOf(PersonSummary),
})
export class ListPeople extends Paged {
  /** People managed, or in a post, in this region and below. */
  @field.regionCode('区域', 'Region', { optional: true })
  regionCode?: string;

  @field.choice(posts, '现任职务', 'Post held', { optional: true })
  post?: PostCode;

  @field.optionalBoolean('中共党员', 'Member of the Party')
  partyMember?: boolean;

  /** Those in service unless told. */
  @field.optionalBoolean('在岗', 'In service')
  serving?: boolean;

  /** Count all that match, by post held. */
  @field.optionalBoolean('分面计数', 'With counts of all that match')
  facets?: boolean;
}

@OrganizationQuery('查看人员', 'Get a person', {
  route: 'GET /people/:personId',
  permission: 'organization.read',
  views: ['people'],
  answer: PersonView,
})
export class GetPerson {
  @field.id('人员编号', 'Person')
  personId!: string;
}
