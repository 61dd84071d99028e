import { IsIn, IsUUID } from 'class-validator';
import { type PartyOrgKind, partyOrgKinds } from '../choices/party-org-kinds.ts';
import { Command } from '../message/command.ts';
import { MayBeAbsent } from '../vocabulary/flag.ts';
import { IsRegionCode } from '../vocabulary/region-code.ts';
import { IsPhrase } from '../vocabulary/text.ts';

const kinds = Object.keys(partyOrgKinds);

@Command({
  service: 'organization',
  route: 'POST /party-orgs',
  permission: 'organization.manage',
  territory: 'regionCode',
  creates: 'orgId',
  summary: { zh: '成立党组织', en: 'Form a party organisation' },
})
export class FormPartyOrg {
  /** Id of what is formed; the server chooses one where it is absent. */
  @MayBeAbsent()
  @IsUUID('7')
  orgId?: string;

  /** The organisation above it; absent for a district committee only. */
  @MayBeAbsent()
  @IsUUID('7')
  parentId?: string;

  @IsIn(kinds)
  kind!: PartyOrgKind;

  /** Its name, as approved. */
  @IsPhrase(60)
  name!: string;

  /** The place it works in, of a level its kind allows. */
  @IsRegionCode()
  regionCode!: string;
}

@Command({
  service: 'organization',
  route: 'POST /party-orgs/:orgId/reorganisation',
  permission: 'organization.manage',
  summary: { zh: '调整党组织', en: 'Reorganise a party organisation' },
})
export class ReorganisePartyOrg {
  @IsUUID('7')
  orgId!: string;

  /** The organisation above it from now on. Absent, like each field below: as it was. */
  @MayBeAbsent()
  @IsUUID('7')
  parentId?: string;

  @MayBeAbsent()
  @IsIn(kinds)
  kind?: PartyOrgKind;

  @MayBeAbsent()
  @IsPhrase(60)
  name?: string;

  /** Another place in the same community: its grid was split or merged, say. */
  @MayBeAbsent()
  @IsRegionCode()
  regionCode?: string;
}

/** Ends the appointments in it, too. */
@Command({
  service: 'organization',
  route: 'POST /party-orgs/:orgId/dissolution',
  permission: 'organization.manage',
  summary: { zh: '撤销党组织', en: 'Dissolve a party organisation' },
})
export class DissolvePartyOrg {
  @IsUUID('7')
  orgId!: string;
}
