import { CheckIn, DemobiliseGrid, MissCheckIn, MobiliseGrid } from '@panshi/contracts';
import { defineAggregate } from '@panshi/service-kit';
import { gridMapModel } from '../models/grid-map.model.ts';
import { checkIn, demobiliseGrid, missCheckIn, mobiliseGrid } from './mobilisation.decisions.ts';
import { mobilisationFold } from './mobilisation.ts';

const stream = ({ activationId, gridCode }: { readonly activationId: string; readonly gridCode: string }): string =>
  `mobilisation-${activationId}-${gridCode}`;

/** One grid in one activation, so that a thousand grids check in at once without conflict. */
export const mobilisationAggregate = defineAggregate({
  name: 'mobilisation',
  fold: mobilisationFold,
  commands: (on) => [
    on(MobiliseGrid, { stream, decide: mobiliseGrid }),
    on(CheckIn, {
      stream,
      facts: ({ gridCode }, lookup) => {
        const grid = lookup.model(gridMapModel).grid(gridCode);
        return { leaderId: grid?.leaderId, memberIds: [...(grid?.members.keys() ?? [])] };
      },
      decide: checkIn,
    }),
    on(MissCheckIn, { stream, decide: missCheckIn }),
    on(DemobiliseGrid, { stream, decide: demobiliseGrid }),
  ],
});
