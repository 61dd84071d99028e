import { type EndReason, endReasons } from '../choices/organization-choices.ts';
import { type PostCode, posts } from '../choices/posts.ts';
import * as field from '../vocabulary/fields.ts';
import { OrganizationCommand } from './messages.ts';

@OrganizationCommand('任命职务', 'Appoint to a post', {
  route: 'POST /party-orgs/:orgId/appointments',
  permission: 'organization.manage',
  creates: 'appointmentId',
})
export class AppointToPost {
  /** The server chooses one where it is absent. */
  @field.id('任职编号', 'Appointment', { optional: true })
  appointmentId?: string;

  @field.id('党组织', 'Party organisation')
  orgId!: string;

  @field.id('人员', 'Person')
  personId!: string;

  @field.choice(posts, '职务', 'Post')
  post!: PostCode;

  /** Today or earlier. */
  @field.day('任职起始日', 'First day in the post')
  from!: string;
}

@OrganizationCommand('免去职务', 'End an appointment', {
  route: 'POST /party-orgs/:orgId/appointments/:appointmentId/end',
  permission: 'organization.manage',
})
export class EndAppointment {
  @field.id('党组织', 'Party organisation')
  orgId!: string;

  @field.id('任职编号', 'Appointment')
  appointmentId!: string;

  @field.choice(endReasons, '免职原因', 'Reason')
  reason!: EndReason;

  /** Not after today; today where it is absent. */
  @field.day('任职末日', 'Last day in the post', { optional: true })
  until?: string;
}
