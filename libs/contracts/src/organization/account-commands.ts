import { IsIn, IsUUID } from 'class-validator';
import { type CloseReason, closeReasons } from '../choices/organization-choices.ts';
import { Command } from '../message/command.ts';
import { roles } from '../authority/roles.ts';
import { IsRegionCode } from '../vocabulary/region-code.ts';
import { IsPhrase, IsUsername } from '../vocabulary/text.ts';

/** Opens an account. It may do nothing until a role is granted, and its credentials are set apart from the log. */
@Command({
  service: 'organization',
  route: 'POST /accounts',
  permission: 'account.manage',
  territory: 'regionCode',
  creates: 'username',
  summary: { zh: '开立账号', en: 'Open an account' },
})
export class OpenAccount {
  /** Its name and id for ever: an office code, never a person's name or number, since the log shows it in clear. */
  @IsUsername()
  username!: string;

  @IsUUID('7')
  personId!: string;

  /** The post (岗位) its holder acts in, as officially named. */
  @IsPhrase(40)
  post!: string;

  /** The place whose security administrators look after the account. */
  @IsRegionCode()
  regionCode!: string;
}

@Command({
  service: 'organization',
  route: 'POST /accounts/:username/grants',
  permission: 'account.manage',
  territory: 'territory',
  summary: { zh: '授予角色', en: 'Grant a role' },
})
export class GrantRole {
  @IsUsername()
  username!: string;

  @IsIn(Object.keys(roles))
  role!: string;

  /** The region the role is held over. */
  @IsRegionCode()
  territory!: string;
}

@Command({
  service: 'organization',
  route: 'POST /accounts/:username/grants/revocation',
  permission: 'account.manage',
  territory: 'territory',
  summary: { zh: '撤销角色', en: 'Revoke a role' },
})
export class RevokeRole {
  @IsUsername()
  username!: string;

  /** Also one that a later release no longer knows. */
  @IsPhrase(40)
  role!: string;

  @IsRegionCode()
  territory!: string;
}

@Command({
  service: 'organization',
  route: 'POST /accounts/:username/closing',
  permission: 'account.manage',
  summary: { zh: '注销账号', en: 'Close an account' },
})
export class CloseAccount {
  @IsUsername()
  username!: string;

  @IsIn(Object.keys(closeReasons))
  reason!: CloseReason;
}
