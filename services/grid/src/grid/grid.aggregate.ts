import {
  AppointGridLeader,
  AppointGridMember,
  communityGridsStream,
  DelineateGrid,
  EndGridAppointment,
  MergeGrids,
  RedrawGrid,
  RetireGrid,
  ReviewGridLeader,
  SplitGrid,
} from '@panshi/contracts';
import { chinaDay, regionOf } from '@panshi/kernel';
import { defineAggregate, type Lookup } from '@panshi/service-kit';
import { gridMapModel } from '../models/grid-map.model.ts';
import { peopleModel } from '../models/people.model.ts';
import { leaderPosts } from '../views/leader-posts.view.ts';
import {
  appointGridLeader,
  appointGridMember,
  endGridAppointment,
  reviewGridLeader,
  type Standing,
} from './appoint.decisions.ts';
import { delineateGrid } from './delineate.decisions.ts';
import { gridFold, gridsOf } from './grid.ts';
import { mergeGrids } from './merge.decisions.ts';
import { redrawGrid } from './redraw.decisions.ts';
import { retireGrid } from './retire.decisions.ts';
import { splitGrid } from './split.decisions.ts';

const ofCommunity = communityGridsStream.of;
const ofGrid = ({ gridCode }: { readonly gridCode: string }): string =>
  ofCommunity({ communityCode: regionOf(gridCode, 'community') });

const candidate = ({ personId }: { readonly personId: string }, lookup: Lookup) =>
  lookup.model(peopleModel).candidate(personId, lookup.now);

const standing = async ({ personId }: ReviewGridLeader, { views, now }: Lookup): Promise<Standing> => {
  const { posts } = (await views.of(leaderPosts).get(personId)) ?? { posts: [] };
  return { qualified: posts.some(({ from }) => from <= chinaDay(now)) };
};

export const gridAggregate = defineAggregate({
  stream: communityGridsStream,
  fold: gridFold,
  regions: (_, event) => gridsOf(event),
  views: [leaderPosts],
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
    on(ReviewGridLeader, { stream: ofGrid, facts: standing, decide: reviewGridLeader }),
    on(EndGridAppointment, { stream: ofGrid, decide: endGridAppointment }),
  ],
});
