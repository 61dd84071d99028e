import { Command, Query } from '@panshi/contracts';
import { IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';

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
  @IsOptional()
  @IsUUID('7')
  lampId?: string;

  @Matches(/^\d{6,15}$/)
  regionCode!: string;

  @IsString()
  @MaxLength(40)
  keeper!: string;
}

/** Its place is known from the lamp alone. */
@Command({ service: 'sample', route: 'POST /lamps/:lampId/break', permission: 'grid.delineate', summary: words })
export class BreakLamp {
  @IsUUID('7')
  lampId!: string;
}

@Command({
  service: 'sample',
  route: 'POST /lamps/:lampId/repair',
  permission: 'system.act',
  summary: words,
})
export class RepairLamp {
  @IsUUID('7')
  lampId!: string;
}

@Query({
  service: 'sample',
  route: 'GET /lamps/:lampId',
  permission: 'grid.read',
  views: ['lamp-board'],
  summary: words,
})
export class GetLamp {
  @IsUUID('7')
  lampId!: string;
}
