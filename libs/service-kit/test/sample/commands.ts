import { commandOf, field, queryOf } from '@panshi/contracts';

const SampleCommand = commandOf('sample');
const SampleQuery = queryOf('sample');

@SampleCommand('样例', 'Sample', {
  route: 'POST /lamps',
  permission: 'grid.delineate',
  territory: 'regionCode',
  creates: 'lampId',
})
export class InstallLamp {
  @field.id('灯', 'Lamp', { optional: true })
  lampId?: string;

  @field.regionCode('区域', 'Region')
  regionCode!: string;

  @field.text('管理员', 'Keeper', { max: 40 })
  keeper!: string;
}

/** Its place is known from the lamp alone. */
@SampleCommand('样例', 'Sample', { route: 'POST /lamps/:lampId/break', permission: 'grid.delineate' })
export class BreakLamp {
  @field.id('灯', 'Lamp')
  lampId!: string;
}

@SampleCommand('样例', 'Sample', { permission: 'system.act' })
export class RepairLamp {
  @field.id('灯', 'Lamp')
  lampId!: string;
}

export class LampView {
  @field.id('灯', 'Lamp')
  readonly lampId!: string;
}

@SampleQuery('样例', 'Sample', {
  route: 'GET /lamps/:lampId',
  permission: 'grid.read',
  views: ['lamp-board'],
  answer: LampView,
})
export class GetLamp {
  @field.id('灯', 'Lamp')
  lampId!: string;
}
