import { arrivals } from '../plan/arrivals.ts';
import type { BorderChange } from '../plan/borders.ts';
import { sample } from '../chance.ts';
import { DAY, workingDayAfter } from '../time.ts';
import { standing } from '../plan/standing.ts';
import { borderChange } from './borders.ts';
import { cloudGroup } from './cloud.ts';
import { communityFounding } from './community.ts';
import { founding, streetFounding } from './founding.ts';
import { incident } from './incidents.ts';
import { chanceOf, type Stage } from './stage.ts';
import { leaderChange, memberChange } from './turnover.ts';
import { unitFounding } from './units.ts';
import { flood, followMobilisations, followRequests, typhoon } from './wartime.ts';

/** Communities founded on one day. */
const A_DAY = 11;

/** Working days after which people begin to report. */
const OPENING = 16;

/** Of leaders and of members, how many change in the two years. */
const LEADERS_CHANGE = 0.1;
const MEMBERS_CHANGE = 0.12;

/** Enters into the agenda all that people do in the district's two years; what services do follows from it. */
export const tellHistory = (stage: Stage, reports: number): void => {
  tellFounding(stage);
  tellChanges(stage);
  tellCloudGroups(stage);
  tellIncidents(stage, reports);
  const { simulation, storms } = stage;
  followMobilisations(stage);
  followRequests(stage);
  simulation.tell(storms.typhoon.from, typhoon(stage));
  simulation.tell(storms.flood.from, flood(stage));
};

const tellFounding = (stage: Stage): void => {
  const { simulation, places, span } = stage;
  const at = (day: number, hour: number): number => workingDayAfter(span.from + DAY, day, hour);
  simulation.tell(at(0, 9), founding(stage));
  simulation.tell(at(0, 14), unitFounding(stage));
  places.streets.forEach((street, i) => simulation.tell(at(1, 8.6 + i / 10), streetFounding(stage, street)));
  places.streets
    .flatMap(({ communities }) => communities)
    .forEach((community, i) => {
      const time = at(3 + Math.floor(i / A_DAY), 8.6 + (i % A_DAY) / 20);
      simulation.tell(time, communityFounding(stage, community));
    });
};

const namesIn = (change: BorderChange): readonly string[] => {
  switch (change.kind) {
    case 'split':
      return [change.name, ...change.parts.map(({ name }) => name)];
    case 'merger':
      return [change.name, ...change.names];
    case 'redrawing':
      return change.grids.map(({ name }) => name);
  }
};

const changingNames = ({ borders }: Stage): ReadonlySet<string> => new Set(borders.changes.flatMap(namesIn));

const tellChanges = (stage: Stage): void => {
  const { simulation, borders, drawn } = stage;
  const changing = changingNames(stage);
  const begin = simulation.now;
  borders.changes.forEach((change, i) => simulation.tell(begin, borderChange(stage, change, i)));
  const steady = drawn.filter(({ name }) => !changing.has(name));
  const random = chanceOf(stage, 'turnover');
  sample(steady, Math.round(steady.length * LEADERS_CHANGE), random).forEach(({ name }, i) =>
    simulation.tell(begin, leaderChange(stage, name, i)),
  );
  sample(steady, Math.round(steady.length * MEMBERS_CHANGE), random).forEach(({ name }, i) =>
    simulation.tell(begin, memberChange(stage, name, i)),
  );
};

const tellCloudGroups = (stage: Stage): void => {
  const { simulation, drawn } = stage;
  const changing = changingNames(stage);
  const names = new Map(drawn.map(({ code, name }) => [code, name]));
  for (const group of stage.groups) {
    const name = group.gridCode && names.get(group.gridCode);
    simulation.tell(simulation.now, cloudGroup(stage, group, name, name !== undefined && changing.has(name)));
  }
};

const tellIncidents = (stage: Stage, reports: number): void => {
  const { simulation, span, storms } = stage;
  const random = chanceOf(stage, 'arrivals');
  const from = workingDayAfter(span.from + DAY, OPENING, 7);
  const spread = arrivals(reports, { from, until: span.until }, [storms.typhoon, storms.flood], random);
  spread.forEach((arrival, i) => simulation.tell(arrival.at, incident(stage, arrival, i)));
  standing(span.until, random).forEach(({ standstill, ...arrival }, i) =>
    simulation.tell(arrival.at, incident(stage, arrival, reports + i, standstill)),
  );
};
