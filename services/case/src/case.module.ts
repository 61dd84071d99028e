import { Module } from '@nestjs/common';
import { PanshiModule } from '@panshi/service-kit';
import { caseService } from './case.definition.ts';

@Module({ imports: [PanshiModule.forFeature(caseService)] })
export class CaseModule {}
