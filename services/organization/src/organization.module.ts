import { Module } from '@nestjs/common';
import { PanshiModule } from '@panshi/service-kit';
import { organization } from './organization.definition.ts';

@Module({ imports: [PanshiModule.forFeature(organization)] })
export class OrganizationModule {}
