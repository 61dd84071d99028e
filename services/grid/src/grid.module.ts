import { Module } from '@nestjs/common';
import { PanshiModule } from '@panshi/service-kit';
import { gridDefinition } from './grid.definition.ts';

@Module({ imports: [PanshiModule.forFeature(gridDefinition)] })
export class GridModule {}
