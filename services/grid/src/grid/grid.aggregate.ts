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
import { chinaDay, isRegistered, regionOf } from '@panshi/kernel';
import { defineAggregate, type Lookup } from '@panshi/service-kit';
import type { Standing } from '../candidate.ts';
import { gridFold, gridsOf } from '../community-grids/community-grids.ts';
import { gridMapModel } from '../models/grid-map.model.ts';
import { peopleModel } from '../models/people.model.ts';
import { regionsModel } from '../models/regions.model.ts';
import { leaderPosts } from '../views/leader-posts.view.ts';
import { appointGridLeader, appointGridMember, endGridAppointment, reviewGridLeader } from './appoint.decisions.ts';
import { delineateGrid } from './delineate.decisions.ts';
import { mergeGrids } from './merge.decisions.ts';
import { redrawGrid } from './redraw.decisions.ts';
import { retireGrid } from './retire.decisions.ts';
import { splitGrid } from './split.decisions.ts';

/** The grids of the community that a grid belongs to. */
const stream = ({ gridCode }: { readonly gridCode: string }): string =>
  communityGridsStream.of({ communityCode: regionOf(gridCode, 'community') });

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
      facts: ({ communityCode, ring }, lookup) => ({
        neighbours: lookup
          .model(gridMapModel)
          .around(ring)
          .filter(({ gridCode }) => regionOf(gridCode, 'community') !== communityCode),
        outline: lookup.model(regionsModel).get(regionOf(communityCode, 'district')),
        isCommunity: isRegistered(communityCode, lookup.model(regionsModel)),
      }),
      decide: delineateGrid,
    }),
    on(SplitGrid, { stream, decide: splitGrid }),
    on(MergeGrids, { decide: mergeGrids }),
    on(RedrawGrid, { decide: redrawGrid }),
    on(RetireGrid, { stream, decide: retireGrid }),
    on(AppointGridLeader, { stream, facts: candidate, decide: appointGridLeader }),
    on(AppointGridMember, { stream, facts: candidate, decide: appointGridMember }),
    on(ReviewGridLeader, { stream, facts: standing, decide: reviewGridLeader }),
    on(EndGridAppointment, { stream, decide: endGridAppointment }),
  ],
});
