import {
  AppointGridLeader,
  AppointGridMember,
  DelineateGrid,
  EndGridAppointment,
  MergeGrids,
  RedrawGrid,
  RetireGrid,
  SplitGrid,
} from '@panshi/contracts';
import { regionOf } from '@panshi/kernel';
import { defineAggregate, type Lookup } from '@panshi/service-kit';
import { gridMapModel } from '../models/grid-map.model.ts';
import { peopleModel } from '../models/people.model.ts';
import { appointGridLeader, appointGridMember, endGridAppointment } from './appoint.decisions.ts';
import { delineateGrid } from './delineate.decision.ts';
import { gridFold } from './grid.ts';
import { mergeGrids } from './merge.decision.ts';
import { redrawGrid } from './redraw.decision.ts';
import { retireGrid } from './retire.decision.ts';
import { splitGrid } from './split.decision.ts';

const ofCommunity = ({ communityCode }: { readonly communityCode: string }): string =>
  `community-grids-${communityCode}`;
const ofGrid = ({ gridCode }: { readonly gridCode: string }): string =>
  `community-grids-${regionOf(gridCode, 'community')}`;

const candidate = ({ personId }: { readonly personId: string }, lookup: Lookup) =>
  lookup.model(peopleModel).candidate(personId, lookup.now);

/** The grids of one community in one stream: split and merger must conserve its territory, and codes are never reused. */
export const gridAggregate = defineAggregate({
  name: 'community-grids',
  fold: gridFold,
  commands: (on) => [
    on(DelineateGrid, {
      stream: ofCommunity,
      facts: ({ communityCode, ring }, lookup) => ({
        neighbours: lookup
          .model(gridMapModel)
          .around(ring)
          .filter(({ gridCode }) => regionOf(gridCode, 'community') !== communityCode),
      }),
      decide: delineateGrid,
    }),
    on(SplitGrid, { stream: ofGrid, decide: splitGrid }),
    on(MergeGrids, { stream: ofCommunity, decide: mergeGrids }),
    on(RedrawGrid, { stream: ofCommunity, decide: redrawGrid }),
    on(RetireGrid, { stream: ofGrid, decide: retireGrid }),
    on(AppointGridLeader, { stream: ofGrid, facts: candidate, decide: appointGridLeader }),
    on(AppointGridMember, { stream: ofGrid, facts: candidate, decide: appointGridMember }),
    on(EndGridAppointment, { stream: ofGrid, decide: endGridAppointment }),
  ],
});
