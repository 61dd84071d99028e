import { type AccountStatus, accountStatuses } from '../choices/organization-choices.ts';
import { pageOf } from '../message/page.ts';
import { Paged } from '../message/paged.ts';
import type { Grant } from '../message/principal.ts';
import { type Permission, permissions } from '../authority/permissions.ts';
import { roles } from '../authority/roles.ts';
import * as field from '../vocabulary/fields.ts';
import { OrganizationQuery } from './messages.ts';
import { OneAccount } from './one-account.ts';
import { accountStream } from './streams.ts';

/** A role over a territory, perhaps for a unit or an organisation, with what it permits now. */
export class GrantView implements Grant {
  /** Also one that this release no longer knows. */
  @field.phrase('角色', 'Role', { max: 40 })
  readonly role!: string;

  @field.regionCode('授权区域', 'Region')
  readonly territory!: string;

  @field.unit('责任单位', 'Unit its holder acts for', { optional: true })
  readonly unit?: string;

  @field.anyId('党组织', 'Party organisation it is held for', { optional: true })
  readonly orgId?: string;

  @field.choices(permissions, '权限', 'Permissions')
  readonly permissions!: readonly Permission[];
}

/** An account with what it may do now. */
export class AccountView {
  @field.streamVersion()
  readonly _version?: number;

  @field.username('用户名', 'Username')
  readonly username!: string;

  @field.anyId('持有人', 'Person who holds it')
  readonly personId!: string;

  /** The post its holder acts in. */
  @field.phrase('岗位', 'Post', { max: 40 })
  readonly post!: string;

  @field.regionCode('管理区域', 'Region that looks after it')
  readonly regionCode!: string;

  @field.choice(accountStatuses, '状态', 'Status')
  readonly status!: AccountStatus;

  @field.instant('开立时间', 'Opened at')
  readonly openedAt!: string;

  @field.instant('注销时间', 'Closed at', { optional: true })
  readonly closedAt?: string;

  @field.list(() => GrantView, '授权', 'Grants')
  readonly grants!: readonly GrantView[];
}

@OrganizationQuery('账号列表', 'List accounts', {
  route: 'GET /accounts',
  permission: 'account.manage',
  views: ['accounts'],
  answer: pageOf(AccountView),
})
export class ListAccounts extends Paged {
  /** `open` unless told. */
  @field.choice(accountStatuses, '状态', 'Status', { optional: true })
  status?: AccountStatus;

  @field.choice(roles, '角色', 'Role', { optional: true })
  role?: string;

  @field.id('持有人', 'Person who holds it', { optional: true })
  personId?: string;

  /** Accounts looked after in this region and below. */
  @field.regionCode('管理区域', 'Region', { optional: true })
  regionCode?: string;

  /** Count all that match, by role. */
  @field.optionalBoolean('分面计数', 'With counts of all that match')
  facets?: boolean;
}

@OrganizationQuery('按用户名查账号', 'Get an account by username', {
  route: 'GET /accounts/:username',
  permission: 'account.manage',
  views: ['accounts'],
  answer: AccountView,
  stream: accountStream,
})
export class GetAccountByUsername extends OneAccount {}
