import { IsIn, IsUUID } from 'class-validator';
import { Command } from '../message/command.ts';
import { IsDay, MayBeAbsent } from './fields.ts';
import { type PostCode, posts } from './posts.ts';

/** Why an appointment ends, as people enter it. */
export const endReasons = {
  'term-end': { zh: '届满', en: 'Term ended' },
  transfer: { zh: '调任', en: 'Transferred' },
  resignation: { zh: '辞职', en: 'Resigned' },
  retirement: { zh: '退休', en: 'Retired' },
  removal: { zh: '免职', en: 'Removed' },
  'standing-lost': { zh: '离任或不再具备任职资格', en: 'Left, or may no longer hold the post' },
  'entered-in-error': { zh: '误录', en: 'Entered in error' },
} as const;

export type EndReason = keyof typeof endReasons;

@Command({
  service: 'organization',
  route: 'POST /party-orgs/:orgId/appointments',
  permission: 'organization.manage',
  creates: 'appointmentId',
  summary: { zh: '任命职务', en: 'Appoint to a post' },
})
export class AppointToPost {
  /** Id of the appointment; the server chooses one where it is absent. */
  @MayBeAbsent()
  @IsUUID('7')
  appointmentId?: string;

  @IsUUID('7')
  orgId!: string;

  @IsUUID('7')
  personId!: string;

  @IsIn(Object.keys(posts))
  post!: PostCode;

  /** First day in the post; today or earlier. */
  @IsDay()
  from!: string;
}

@Command({
  service: 'organization',
  route: 'POST /party-orgs/:orgId/appointments/:appointmentId/end',
  permission: 'organization.manage',
  summary: { zh: '免去职务', en: 'End an appointment' },
})
export class EndAppointment {
  @IsUUID('7')
  orgId!: string;

  @IsUUID('7')
  appointmentId!: string;

  @IsIn(Object.keys(endReasons))
  reason!: EndReason;

  /** Last day in the post, not after today; today where it is absent. */
  @MayBeAbsent()
  @IsDay()
  until?: string;
}
