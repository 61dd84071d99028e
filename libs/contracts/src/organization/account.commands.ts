import { type CloseReason, closeReasons } from '../choices/organization-choices.ts';
import { roles } from '../authority/roles.ts';
import * as field from '../vocabulary/fields.ts';
import { OrganizationCommand } from './messages.ts';
import { OneAccount } from './one-account.ts';

/** Opens an account. It may do nothing until a role is granted, and its credentials are set apart from the log. */
@OrganizationCommand('开立账号', 'Open an account', {
  route: 'POST /accounts',
  permission: 'account.manage',
  territory: 'regionCode',
  creates: 'username',
})
export class OpenAccount {
  /** Its name and id for ever: an office code, never a person's name or number, since the log shows it in clear. */
  @field.username('用户名', 'Username')
  username!: string;

  @field.id('持有人', 'Person who holds it')
  personId!: string;

  /** The post its holder acts in, as officially named. */
  @field.phrase('岗位', 'Post', { max: 40 })
  post!: string;

  /** The place whose security administrators look after the account. */
  @field.regionCode('管理区域', 'Region that looks after it')
  regionCode!: string;
}

@OrganizationCommand('授予角色', 'Grant a role', {
  route: 'POST /accounts/:username/grants',
  permission: 'account.manage',
  territory: 'territory',
})
export class GrantRole extends OneAccount {
  @field.choice(roles, '角色', 'Role')
  role!: string;

  /** May be absent where a unit or an organisation is named: then the account's own region, or the organisation's. */
  @field.regionCode('授权区域', 'Region the role is held over', {
    when: { without: ['unit', 'orgId'] },
  })
  territory?: string;

  /** The unit its holder acts for; absent: the region, which of a grid leader is the grid. */
  @field.unit('责任单位', 'Unit its holder acts for', { optional: true })
  unit?: string;

  /** Of party organisations its holder manages this one and those under it. */
  @field.id('党组织', 'Party organisation it is held for', { optional: true })
  orgId?: string;
}

@OrganizationCommand('撤销角色', 'Revoke a role', {
  route: 'POST /accounts/:username/grants/revocation',
  permission: 'account.manage',
  territory: 'territory',
})
export class RevokeRole extends OneAccount {
  /** Also one that a later release no longer knows. */
  @field.phrase('角色', 'Role', { max: 40 })
  role!: string;

  @field.regionCode('授权区域', 'Region the role is held over')
  territory!: string;

  /** As the grant has it. */
  @field.unit('责任单位', 'Unit its holder acts for', { optional: true })
  unit?: string;

  /** As the grant has it. */
  @field.id('党组织', 'Party organisation it is held for', { optional: true })
  orgId?: string;
}

@OrganizationCommand('注销账号', 'Close an account', {
  route: 'POST /accounts/:username/closing',
  permission: 'account.manage',
})
export class CloseAccount extends OneAccount {
  @field.choice(closeReasons, '注销原因', 'Reason')
  reason!: CloseReason;
}
