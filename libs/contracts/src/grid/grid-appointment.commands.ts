import { type GridEndReason, gridEndReasons, type GridMemberKind, gridMemberKinds } from '../choices/grid-choices.ts';
import { Command } from '../message/command.ts';
import * as field from '../vocabulary/fields.ts';

/** Appoints a grid's leader (网格长): one a grid, and only who holds a party post that qualifies. */
@Command({
  service: 'grid',
  route: 'PUT /grids/:gridCode/leader',
  permission: 'grid.appoint',
  territory: 'gridCode',
  summary: { zh: '任命网格长', en: 'Appoint a grid leader' },
})
export class AppointGridLeader {
  @field.gridCode('网格', 'Grid')
  gridCode!: string;

  @field.anyId('人员', 'Person')
  personId!: string;
}

/** Appoints a grid member (网格员), or changes how one serves. */
@Command({
  service: 'grid',
  route: 'POST /grids/:gridCode/members',
  permission: 'grid.appoint',
  territory: 'gridCode',
  summary: { zh: '任命网格员', en: 'Appoint a grid member' },
})
export class AppointGridMember {
  @field.gridCode('网格', 'Grid')
  gridCode!: string;

  @field.anyId('人员', 'Person')
  personId!: string;

  @field.choice(gridMemberKinds, '任职方式', 'How one serves')
  kind!: GridMemberKind;
}

/** Has a grid's leader released who holds no party post any more that lets them lead it. */
@Command({
  service: 'grid',
  route: 'PUT /grids/:gridCode/leader/qualification',
  permission: 'system.act',
  territory: 'gridCode',
  summary: { zh: '复核网格长任职资格（系统）', en: "Review a grid leader's qualification (system)" },
})
export class ReviewGridLeader {
  @field.gridCode('网格', 'Grid')
  gridCode!: string;

  /** Who is thought to lead it; where somebody else does, there is nothing to do. */
  @field.anyId('人员', 'Person')
  personId!: string;
}

/** Releases a grid's leader or member (免去). */
@Command({
  service: 'grid',
  route: 'POST /grids/:gridCode/appointments/:personId/ending',
  permission: 'grid.appoint',
  territory: 'gridCode',
  summary: { zh: '免去网格长或网格员', en: 'End an appointment in a grid' },
})
export class EndGridAppointment {
  @field.gridCode('网格', 'Grid')
  gridCode!: string;

  @field.anyId('人员', 'Person')
  personId!: string;

  @field.choice(gridEndReasons, '免去原因', 'Reason')
  reason!: GridEndReason;
}
