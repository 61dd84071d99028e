import type { RegionCode } from '@panshi/kernel';

/** What a person may be appointed by: membership and service, and who manages them. */
export interface Standing {
  readonly partyMember: boolean;
  readonly serving: boolean;
  readonly regionCode: RegionCode;
}
