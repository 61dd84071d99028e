import { appointmentOrders } from '../choices/order-choices.ts';
import * as choices from '../choices/organization-choices.ts';
import { type PostCode, posts } from '../choices/posts.ts';
import { pageOf } from '../message/page.ts';
import { Paged } from '../message/paged.ts';
import * as field from '../vocabulary/fields.ts';
import { OrganizationQuery } from './messages.ts';

/** One appointment, running or ended. Who the person is, is asked of the person. */
export class AppointmentView {
  @field.id('任职编号', 'Appointment')
  readonly appointmentId!: string;

  @field.id('党组织', 'Party organisation')
  readonly orgId!: string;

  @field.id('人员', 'Person')
  readonly personId!: string;

  @field.choice(posts, '职务', 'Post')
  readonly post!: PostCode;

  @field.regionCode('区域', 'Region')
  readonly regionCode!: string;

  @field.choice(choices.appointmentStatuses, '状态', 'Status')
  readonly status!: choices.AppointmentStatus;

  @field.day('任职起始日', 'First day in the post')
  readonly from!: string;

  @field.day('任职末日', 'Last day in the post', { optional: true })
  readonly until?: string;

  @field.choice(choices.appointmentEndings, '免职原因', 'Reason', { optional: true })
  readonly reason?: choices.AppointmentEnding;
}

@OrganizationQuery('任职列表', 'List appointments', {
  route: 'GET /appointments',
  permission: 'organization.read',
  views: ['appointments'],
  answer: pageOf(AppointmentView),
})
export class ListAppointments extends Paged {
  @field.id('党组织', 'Party organisation', { optional: true })
  orgId?: string;

  @field.id('人员', 'Person', { optional: true })
  personId?: string;

  @field.choice(posts, '职务', 'Post', { optional: true })
  post?: PostCode;

  /** Appointments in organisations of this region and below. */
  @field.regionCode('区域', 'Region', { optional: true })
  regionCode?: string;

  /** `running` unless told. */
  @field.choice(choices.appointmentStatuses, '状态', 'Status', { optional: true })
  status?: choices.AppointmentStatus;

  /** The newest first unless told. */
  @field.choice(appointmentOrders, '排序', 'Order', { optional: true })
  sort?: keyof typeof appointmentOrders;

  /** Count all that match, by post. */
  @field.optionalBoolean('分面计数', 'With counts of all that match')
  facets?: boolean;
}
