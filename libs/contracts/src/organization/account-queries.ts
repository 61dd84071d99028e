import { IsIn, IsUUID } from 'class-validator';
import { Paged } from '../message/paged.ts';
import type { Grant } from '../message/principal.ts';
import { Query } from '../message/query.ts';
import { roles } from '../authority/roles.ts';
import { IsFlag, MayBeAbsent } from '../vocabulary/flag.ts';
import { IsRegionCode } from '../vocabulary/region-code.ts';
import { IsUsername } from '../vocabulary/text.ts';

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
  @MayBeAbsent()
  @IsIn(['open', 'closed'])
  status?: 'open' | 'closed';

  @MayBeAbsent()
  @IsIn(Object.keys(roles))
  role?: string;

  @MayBeAbsent()
  @IsUUID('7')
  personId?: string;

  /** Accounts looked after in this region and below. */
  @MayBeAbsent()
  @IsRegionCode()
  regionCode?: string;

  /** Count all that match, by role. */
  @IsFlag()
  facets?: boolean;
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
