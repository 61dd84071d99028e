import type { GridEventType, GridPart, GridStatus } from '@panshi/contracts';
import { boundingBox, centroid, regionOf, type Ring, ringArea } from '@panshi/kernel';
import type { Typed } from '@panshi/read-model';
import type { GridDocument } from './grid-board.document.ts';

const place = (ring: Ring) => ({
  ring,
  centre: centroid(ring),
  box: boundingBox(ring),
  area: Math.round(ringArea(ring)),
});

type Born = Omit<GridPart, 'members'> & Partial<Pick<GridPart, 'members'>>;

const born = ({ gridCode, name, kind, ring, leaderId, members = [] }: Born, from: readonly string[]): GridDocument => ({
  _id: gridCode,
  name,
  kind,
  communityCode: regionOf(gridCode, 'community'),
  streetCode: regionOf(gridCode, 'street'),
  status: 'active',
  ...place(ring),
  leaderId,
  vacant: leaderId === undefined,
  members,
  from,
  to: [],
});

/** An ended grid has no people: they went with its ground, or their appointments ended. */
const ended = (grid: GridDocument, status: GridStatus, to: readonly string[]): GridDocument => ({
  ...grid,
  status,
  to,
  leaderId: undefined,
  vacant: true,
  members: [],
});

const without = (grid: GridDocument, personId: string) => grid.members.filter((member) => member.personId !== personId);

type Event = Typed<GridEventType>;

/** The document of a grid that begins with the event; undefined where it was there before. */
export const begun = ({ type, data }: Event, code: string): GridDocument | undefined => {
  if (type === 'GridDelineated') return born(data, []);
  if (type === 'GridsMerged' && data.merged.gridCode === code) return born(data.merged, data.gridCodes);
  const part = type === 'GridSplit' ? data.parts.find(({ gridCode }) => gridCode === code) : undefined;
  return part && born(part, [(data as Typed<'GridSplit'>['data']).gridCode]);
};

export const changed = (grid: GridDocument, { type, data }: Exclude<Event, Typed<'GridDelineated'>>): GridDocument => {
  switch (type) {
    case 'GridSplit':
      return ended(
        grid,
        'split',
        data.parts.map(({ gridCode }) => gridCode),
      );
    case 'GridsMerged':
      return ended(grid, 'merged', [data.merged.gridCode]);
    case 'GridsRedrawn':
      return { ...grid, ...place(data.grids.find(({ gridCode }) => gridCode === grid._id)!.ring) };
    case 'GridRetired':
      return data.gridCode === grid._id
        ? ended(grid, 'retired', data.successor ? [data.successor.gridCode] : [])
        : { ...grid, ...place(data.successor!.ring), from: [...grid.from, data.gridCode] };
    case 'GridLeaderAppointed':
      return { ...grid, leaderId: data.personId, vacant: false };
    case 'GridMemberAppointed': {
      const { personId, kind } = data;
      return { ...grid, members: [...without(grid, personId), { personId, kind }] };
    }
    case 'GridAppointmentEnded':
      return data.post === 'leader'
        ? { ...grid, leaderId: undefined, vacant: true }
        : { ...grid, members: without(grid, data.personId) };
  }
};
