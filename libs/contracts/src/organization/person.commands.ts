import * as field from '../vocabulary/fields.ts';
import { OrganizationCommand } from './messages.ts';

@OrganizationCommand('登记人员', 'Register a person', {
  route: 'POST /people',
  permission: 'person.manage',
  territory: 'regionCode',
  creates: 'personId',
})
export class RegisterPerson {
  /** The server chooses one where it is absent. */
  @field.id('人员编号', 'Person', { optional: true })
  personId?: string;

  /** Sealed before it is recorded. */
  @field.phrase('姓名', 'Full name', { max: 50 })
  name!: string;

  /** Sealed before it is recorded. */
  @field.officePhone('办公电话', 'Phone number used in office', { optional: true })
  phone?: string;

  @field.boolean('中共党员', 'Member of the Party')
  partyMember!: boolean;

  /** The place whose organisation manages the person. */
  @field.regionCode('管理区域', 'Region that manages the person')
  regionCode!: string;
}

/** Corrects or completes what is held (PIPL article 46); what is absent stays as it was. */
@OrganizationCommand('更正人员信息', 'Correct what is held about a person', {
  route: 'POST /people/:personId/correction',
  permission: 'person.manage',
})
export class CorrectPerson {
  @field.id('人员编号', 'Person')
  personId!: string;

  @field.phrase('姓名', 'Full name', { max: 50, optional: true })
  name?: string;

  @field.officePhone('办公电话', 'Phone number used in office', { optional: true })
  phone?: string;

  /** Not together with `phone`. */
  @field.trueOrAbsent('不再保存电话', 'Hold no phone number any longer')
  withdrawPhone?: true;
}

/**
 * Records that somebody joined or left the Party, took up or left service, or is managed elsewhere from now on, which takes
 * authority in both regions. What is absent stays as it was.
 */
@OrganizationCommand('变更人员状态', "Change a person's standing", {
  route: 'POST /people/:personId/standing',
  permission: 'person.manage',
  territory: 'regionCode',
})
export class ChangeStanding {
  @field.id('人员编号', 'Person')
  personId!: string;

  @field.boolean('中共党员', 'Member of the Party from now on', { optional: true })
  partyMember?: boolean;

  /** False: has left (离任), and holds no post and no account. */
  @field.boolean('在岗', 'In service from now on', { optional: true })
  serving?: boolean;

  @field.regionCode('管理区域', 'Region that manages the person', { optional: true })
  regionCode?: string;
}
