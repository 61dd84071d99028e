import { Module } from '@nestjs/common';
import { PanshiModule } from '@panshi/service-kit';
import { organizationDefinition } from './organization.definition.ts';

@Module({ imports: [PanshiModule.forFeature(organizationDefinition)] })
export class OrganizationModule {}
