import { IsIn, IsUUID } from 'class-validator';
import { type PostCode, posts } from '../choices/posts.ts';
import { type EndReason, endReasons } from '../choices/organization-choices.ts';
import { Command } from '../message/command.ts';
import { MayBeAbsent } from '../vocabulary/flag.ts';
import { IsDay } from '../vocabulary/moment.ts';

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
