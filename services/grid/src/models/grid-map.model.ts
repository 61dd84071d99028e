import { gridEventTypes } from '@panshi/contracts';
import { defineModel } from '@panshi/service-kit';
import { GridMap } from './grid-map.ts';

/** Where every grid lies: which grid a point falls in, on the path of every incident report. */
export const gridMapModel = defineModel({
  name: 'grid-map',
  from: gridEventTypes,
  create: () => new GridMap(),
  apply: (map, event) => map.apply(event),
});
