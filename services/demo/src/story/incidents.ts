import { LinkDuplicateIncident } from '@panshi/contracts';
import { around, between, oneOf } from '../chance.ts';
import type { Story } from '../engine/simulation.ts';
import type { Arrival } from '../plan/arrivals.ts';
import type { Standstill } from '../plan/standing.ts';
import { HOUR, inOffice, MINUTE, SECOND } from '../time.ts';
import { caseOf, type Course, officerOf } from './case-now.ts';
import { courseOf } from './course.ts';
import { drawFate, type Fate } from './fate.ts';
import { placeIn, placeNear, report, type Reported } from './report.ts';
import { chanceOf, gridNow, type Stage } from './stage.ts';

/** How many reports are about what was reported before. */
const ECHOES = 0.03;

/** What arrives is reported where it is, and its case takes its course; now and then somebody reports it once more. */
export async function* incident(stage: Stage, arrival: Arrival, nth: number, standstill?: Standstill): Story {
  const random = chanceOf(stage, 'incident', nth);
  const grid = gridNow(stage, oneOf(stage.grids().codes, random));
  const reported = await report(stage, { kind: arrival.kind, grid, location: placeIn(grid, random) }, random);
  const fate: Fate = standstill ? { withdrawn: false, reworks: 0, closing: 0.5, standstill } : drawFate(random);
  if (!standstill && random() < ECHOES)
    stage.simulation.tell(stage.simulation.now + between(0.1, 20, random) * HOUR, echo(stage, reported, nth));
  yield stage.simulation.now + SECOND;
  yield* courseOf({ stage, caseId: reported.incidentId, reported, fate, random });
}

/** Another report of the same matter some steps away, which the officer links to the first one. */
async function* echo(stage: Stage, first: Reported, nth: number): Story {
  const random = chanceOf(stage, 'echo', nth);
  const grid = gridNow(stage, first.grid._id);
  if (grid.status !== 'active') return;
  const location = placeNear(grid, first.location, random);
  const reported = await report(stage, { kind: first.kind, grid, location }, random);
  yield inOffice(stage.simulation.now + around(30 * MINUTE, 2, random), random);
  const fate: Fate = { withdrawn: false, reworks: 0, closing: 0.5 };
  const course: Course = { stage, caseId: reported.incidentId, reported, fate, random };
  const original = caseOf({ ...course, caseId: first.incidentId }).stage;
  if (original === 'withdrawn' || original === 'duplicate') return yield* courseOf(course);
  const link = { incidentId: reported.incidentId, duplicateOf: first.incidentId };
  await stage.simulation.issue(officerOf(course), LinkDuplicateIncident, link);
}
