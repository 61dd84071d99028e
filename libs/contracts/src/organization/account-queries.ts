import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { Paged } from '../message/paged.ts';
import type { Grant } from '../message/principal.ts';
import { Query } from '../message/query.ts';
import { roles } from '../roles.ts';
import { IsRegionCode, IsUsername } from './fields.ts';

/** An account with what it may do now. */
export interface AccountView {
  readonly username: string;
  readonly personId: string;
  /** The post (岗位) its holder acts in. */
  readonly post: string;
  readonly regionCode: string;
  readonly status: 'open' | 'closed';
  readonly openedAt: string;
  readonly closedAt?: string;
  /** Permissions are resolved when asked, from the roles of this release. */
  readonly grants: readonly Grant[];
}

@Query({
  service: 'organization',
  route: 'GET /accounts',
  permission: 'account.manage',
  views: ['accounts'],
  summary: { zh: '账号列表', en: 'List accounts' },
})
export class ListAccounts extends Paged {
  /** `open` unless told. */
  @IsOptional()
  @IsIn(['open', 'closed'])
  status?: 'open' | 'closed';

  @IsOptional()
  @IsIn(Object.keys(roles))
  role?: string;

  @IsOptional()
  @IsUUID('7')
  personId?: string;

  /** Accounts looked after in this region and below. */
  @IsOptional()
  @IsRegionCode()
  regionCode?: string;
}

@Query({
  service: 'organization',
  route: 'GET /accounts/:username',
  permission: 'account.manage',
  views: ['accounts'],
  summary: { zh: '按用户名查账号', en: 'Get an account by username' },
})
export class GetAccountByUsername {
  @IsUsername()
  username!: string;
}
