import { CheckIn, DemobiliseGrid, MissCheckIn, mobilisationStream, MobiliseGrid } from '@panshi/contracts';
import { defineAggregate } from '@panshi/service-kit';
import { gridMapModel } from '../models/grid-map.model.ts';
import { checkIn, demobiliseGrid, missCheckIn, mobiliseGrid } from './mobilisation.decisions.ts';
import { mobilisationFold } from './mobilisation.ts';

export const mobilisationAggregate = defineAggregate({
  stream: mobilisationStream,
  fold: mobilisationFold,
  regions: (_, { data }) => [data.gridCode],
  commands: (on) => [
    on(MobiliseGrid, { decide: mobiliseGrid }),
    on(CheckIn, {
      facts: ({ gridCode }, lookup) => {
        const grid = lookup.model(gridMapModel).grid(gridCode);
        return { leaderId: grid?.leaderId, memberIds: [...(grid?.members.keys() ?? [])] };
      },
      decide: checkIn,
    }),
    on(MissCheckIn, { decide: missCheckIn }),
    on(DemobiliseGrid, { decide: demobiliseGrid }),
  ],
});
