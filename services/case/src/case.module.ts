import { Module } from '@nestjs/common';
import { PanshiModule } from '@panshi/service-kit';
import { caseDefinition } from './case.definition.ts';

@Module({ imports: [PanshiModule.forFeature(caseDefinition)] })
export class CaseModule {}
