import { Command, field, Query } from '@panshi/contracts';

const words = { zh: '样例', en: 'Sample' };

@Command({
  service: 'sample',
  route: 'POST /lamps',
  permission: 'grid.delineate',
  territory: 'regionCode',
  creates: 'lampId',
  summary: words,
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
@Command({ service: 'sample', route: 'POST /lamps/:lampId/break', permission: 'grid.delineate', summary: words })
export class BreakLamp {
  @field.id('灯', 'Lamp')
  lampId!: string;
}

@Command({
  service: 'sample',
  route: 'POST /lamps/:lampId/repair',
  permission: 'system.act',
  summary: words,
})
export class RepairLamp {
  @field.id('灯', 'Lamp')
  lampId!: string;
}

export class LampView {
  @field.id('灯', 'Lamp')
  readonly lampId!: string;
}

@Query({
  service: 'sample',
  route: 'GET /lamps/:lampId',
  permission: 'grid.read',
  views: ['lamp-board'],
  answer: LampView,
  summary: words,
})
export class GetLamp {
  @field.id('灯', 'Lamp')
  lampId!: string;
}
