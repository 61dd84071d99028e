import type { EventData, GridPart } from '@panshi/contracts';
import type { World } from './world.ts';

const communityCode = '320113001001';
const stream = `community-grids-${communityCode}`;
const ring = [
  { lon: 118.9, lat: 32.1 },
  { lon: 118.91, lat: 32.1 },
  { lon: 118.91, lat: 32.11 },
];

export const grid = (sequence: number): string => `${communityCode}00${sequence}`;

/** A grid that came of others, with its leader and part-time members. */
export const part = (sequence: number, leaderId?: string, ...members: readonly string[]): GridPart => ({
  gridCode: grid(sequence),
  name: '演示网格',
  kind: 'comprehensive',
  ring,
  ...(leaderId !== undefined && { leaderId }),
  members: members.map((personId) => ({ personId, kind: 'part-time' })),
});

/** Records that a grid was split, as the grid service would. */
export const split = (world: World, sequence: number, ...parts: EventData['GridSplit']['parts']) =>
  world.record(stream, { type: 'GridSplit', data: { communityCode, gridCode: grid(sequence), parts } });

/** Records that grids became one, as the grid service would. */
export const merge = (world: World, sequences: readonly number[], merged: GridPart) =>
  world.record(stream, { type: 'GridsMerged', data: { communityCode, gridCodes: sequences.map(grid), merged } });
