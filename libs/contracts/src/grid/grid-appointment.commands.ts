import { type GridEndReason, gridEndReasons, type GridMemberKind, gridMemberKinds } from '../choices/grid-choices.ts';
import * as field from '../vocabulary/fields.ts';
import { GridCommand } from './messages.ts';
import { OneGrid } from './one-grid.ts';

/** Appoints a grid's leader (网格长): one a grid, and only who holds a party post that qualifies. */
@GridCommand('任命网格长', 'Appoint a grid leader', {
  route: 'PUT /grids/:gridCode/leader',
  permission: 'grid.appoint',
  territory: 'gridCode',
})
export class AppointGridLeader extends OneGrid {
  @field.anyId('人员', 'Person')
  personId!: string;
}

/** Appoints a grid member (网格员), or changes how one serves. */
@GridCommand('任命网格员', 'Appoint a grid member', {
  route: 'POST /grids/:gridCode/members',
  permission: 'grid.appoint',
  territory: 'gridCode',
})
export class AppointGridMember extends OneGrid {
  @field.anyId('人员', 'Person')
  personId!: string;

  @field.choice(gridMemberKinds, '任职方式', 'How one serves')
  kind!: GridMemberKind;
}

/** Has a grid's leader released who holds no party post any more that lets them lead it. */
@GridCommand('复核网格长任职资格（系统）', "Review a grid leader's qualification (system)", {
  permission: 'system.act',
  territory: 'gridCode',
})
export class ReviewGridLeader extends OneGrid {
  /** Who is thought to lead it; where somebody else does, there is nothing to do. */
  @field.anyId('人员', 'Person')
  personId!: string;
}

/** Releases a grid's leader or member (免去). */
@GridCommand('免去网格长或网格员', 'End an appointment in a grid', {
  route: 'POST /grids/:gridCode/appointments/:personId/ending',
  permission: 'grid.appoint',
  territory: 'gridCode',
})
export class EndGridAppointment extends OneGrid {
  @field.anyId('人员', 'Person')
  personId!: string;

  @field.choice(gridEndReasons, '免去原因', 'Reason')
  reason!: GridEndReason;
}
