import { type IncidentChannel, ReportIncident } from '@panshi/contracts';
import { contains, type Point } from '@panshi/kernel';
import { between, oneOf, type Random, weighted } from '../chance.ts';
import { demoName, demoPhone } from '../content/people.ts';
import { places, type ReportKind, since } from '../content/reports.ts';
import { type GridNow, type Stage, streetAccount } from './stage.ts';

/** What is reported, and where. */
export interface Report {
  readonly kind: ReportKind;
  readonly grid: GridNow;
  readonly location: Point;
}

/** A report as it was recorded. */
export interface Reported extends Report {
  readonly incidentId: string;
  /** Account that recorded it. */
  readonly by: string;
}

const channels: readonly (readonly [IncidentChannel, number])[] = [
  ['patrol', 46],
  ['resident', 20],
  ['cloud-community', 16],
  ['hotline', 13],
  ['department', 5],
];

/** Channels that end at the street's desk; the others end at the grid's leader. */
const desk: readonly IncidentChannel[] = ['hotline', 'department'];

/** Records a report as it comes: by the grid's leader, or by the street where the leader is not asked or there is none. */
export const report = async (stage: Stage, { kind, grid, location }: Report, random: Random): Promise<Reported> => {
  const { simulation } = stage;
  const channel = weighted(channels, random);
  const leader = grid.leaderId && simulation.accountOf(grid.leaderId);
  const forLeader = leader !== undefined && random() < 0.015;
  const by = leader && !forLeader && !desk.includes(channel) ? leader : streetAccount('street', grid._id);
  const named = channel !== 'patrol' && channel !== 'department' && random() < 0.4;
  const { id } = await simulation.issue(by, ReportIncident, {
    categoryCode: kind.code,
    text: wording(kind, random),
    location,
    channel,
    ...(named && { reporter: { name: demoName(random), phone: demoPhone(random) } }),
    ...(forLeader && { onBehalfOf: grid.leaderId, onBehalfReason: 'telephoned' as const }),
  });
  return { kind, grid, location, incidentId: id!, by };
};

const wording = ({ texts }: ReportKind, random: Random): string =>
  oneOf(texts, random).replace('{where}', oneOf(places, random)).replace('{since}', oneOf(since, random));

/** A place in the grid, each as likely as any other. */
export const placeIn = ({ ring, box }: GridNow, random: Random): Point => {
  for (;;) {
    const point = {
      lon: rounded(between(box.west, box.east, random)),
      lat: rounded(between(box.south, box.north, random)),
    };
    if (contains(ring, point)) return point;
  }
};

/** A place some steps away, in the same grid where there is one. */
export const placeNear = (grid: GridNow, { lon, lat }: Point, random: Random): Point => {
  const near = { lon: rounded(lon + between(-4e-4, 4e-4, random)), lat: rounded(lat + between(-3e-4, 3e-4, random)) };
  return contains(grid.ring, near) ? near : { lon, lat };
};

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
