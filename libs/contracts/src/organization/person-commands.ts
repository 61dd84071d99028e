import { Equals, IsBoolean, IsUUID } from 'class-validator';
import { Command } from '../message/command.ts';
import { MayBeAbsent } from '../vocabulary/flag.ts';
import { IsRegionCode } from '../vocabulary/region-code.ts';
import { IsOfficePhone, IsPhrase } from '../vocabulary/text.ts';

@Command({
  service: 'organization',
  route: 'POST /people',
  permission: 'person.manage',
  territory: 'regionCode',
  creates: 'personId',
  summary: { zh: '登记人员', en: 'Register a person' },
})
export class RegisterPerson {
  /** Id of the person; the server chooses one where it is absent. */
  @MayBeAbsent()
  @IsUUID('7')
  personId?: string;

  /** Full name; sealed before it is recorded. */
  @IsPhrase(50)
  name!: string;

  /** Phone number used in office; sealed before it is recorded. */
  @MayBeAbsent()
  @IsOfficePhone()
  phone?: string;

  /** Whether the person is a member of the Party (中共党员). */
  @IsBoolean()
  partyMember!: boolean;

  /** The place whose organisation manages the person. */
  @IsRegionCode()
  regionCode!: string;
}

/** Corrects or completes what is held (PIPL article 46); what is absent stays as it was. */
@Command({
  service: 'organization',
  route: 'POST /people/:personId/correction',
  permission: 'person.manage',
  summary: { zh: '更正人员信息', en: 'Correct what is held about a person' },
})
export class CorrectPerson {
  @IsUUID('7')
  personId!: string;

  @MayBeAbsent()
  @IsPhrase(50)
  name?: string;

  @MayBeAbsent()
  @IsOfficePhone()
  phone?: string;

  /** Hold no phone number any longer. Not together with `phone`. */
  @MayBeAbsent()
  @Equals(true)
  withdrawPhone?: true;
}

/** Records that somebody joined or left the Party, took up or left service, or is managed elsewhere from now on. */
@Command({
  service: 'organization',
  route: 'POST /people/:personId/standing',
  permission: 'person.manage',
  summary: { zh: '变更人员状态', en: "Change a person's standing" },
})
export class ChangeStanding {
  @IsUUID('7')
  personId!: string;

  /** Member of the Party from now on. Absent, like each field below: as it was. */
  @MayBeAbsent()
  @IsBoolean()
  partyMember?: boolean;

  /** In service (在岗) from now on; false: has left (离任), and holds no post and no account. */
  @MayBeAbsent()
  @IsBoolean()
  serving?: boolean;

  @MayBeAbsent()
  @IsRegionCode()
  regionCode?: string;
}
