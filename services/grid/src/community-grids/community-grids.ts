import type { EventData, GridDecided, GridEvent, GridKind, GridMemberKind, GridStatus } from '@panshi/contracts';
import type { Decide, Fold, Ring } from '@panshi/kernel';

/** A grid as its community knows it. An ended one is remembered so that its code is never used again. */
export type Grid =
  | {
      readonly status: 'active';
      readonly gridCode: string;
      readonly name: string;
      readonly kind: GridKind;
      readonly ring: Ring;
      readonly leaderId?: string;
      readonly members: ReadonlyMap<string, GridMemberKind>;
    }
  | { readonly status: Exclude<GridStatus, 'active'>; readonly gridCode: string };

export type ActiveGrid = Extract<Grid, { status: 'active' }>;

/** The grids of one community by code, ended ones included: what split, merger and the sequence of codes depend on. */
export type CommunityGrids = ReadonlyMap<string, Grid>;

type Part = Omit<EventData['GridsMerged']['merged'], 'leaderId'> & { readonly leaderId?: string };

const grown = ({ gridCode, name, kind, ring, leaderId, members }: Part): ActiveGrid => ({
  status: 'active',
  gridCode,
  name,
  kind,
  ring,
  leaderId,
  members: new Map(members.map((member) => [member.personId, member.kind])),
});

const ended = (status: Exclude<GridStatus, 'active'>, gridCode: string): Grid => ({ status, gridCode });

const changed = (grids: CommunityGrids, ...changes: readonly Grid[]): CommunityGrids =>
  new Map([...grids, ...changes.map((grid) => [grid.gridCode, grid] as const)]);

/** The grids with one of them changed; one that has ended stays as it is. */
const update = (grids: CommunityGrids, code: string, change: (grid: ActiveGrid) => ActiveGrid): CommunityGrids => {
  const grid = grids.get(code);
  return grid?.status === 'active' ? changed(grids, change(grid)) : grids;
};

const without = (members: ActiveGrid['members'], personId: string): ActiveGrid['members'] =>
  new Map([...members].filter(([id]) => id !== personId));

const evolve = (grids: CommunityGrids, { type, data }: GridEvent | GridDecided): CommunityGrids => {
  switch (type) {
    case 'GridDelineated':
      return changed(grids, grown({ ...data, members: [] }));
    case 'GridSplit':
      return changed(grids, ended('split', data.gridCode), ...data.parts.map(grown));
    case 'GridsMerged':
      return changed(grids, ...data.gridCodes.map((code) => ended('merged', code)), grown(data.merged));
    case 'GridsRedrawn':
      return data.grids.reduce(
        (all, { gridCode, ring }) => update(all, gridCode, (grid) => ({ ...grid, ring })),
        grids,
      );
    case 'GridRetired': {
      const rest = changed(grids, ended('retired', data.gridCode));
      const { successor } = data;
      return successor ? update(rest, successor.gridCode, (grid) => ({ ...grid, ring: successor.ring })) : rest;
    }
    case 'GridLeaderAppointed':
      return update(grids, data.gridCode, (grid) => ({ ...grid, leaderId: data.personId }));
    case 'GridMemberAppointed':
      return update(grids, data.gridCode, (grid) => ({
        ...grid,
        members: new Map([...grid.members, [data.personId, data.kind]]),
      }));
    case 'GridAppointmentEnded':
      return update(grids, data.gridCode, (grid) =>
        data.post === 'leader'
          ? { ...grid, leaderId: undefined }
          : { ...grid, members: without(grid.members, data.personId) },
      );
  }
};

/** How a community's grids follow from what happened to them. */
export const gridFold: Fold<CommunityGrids, GridEvent | GridDecided> = { initial: new Map(), evolve };

/** Codes of the grids an event concerns. */
export const gridsOf = ({ type, data }: GridEvent | GridDecided): readonly string[] => {
  switch (type) {
    case 'GridSplit':
      return [data.gridCode, ...data.parts.map((part) => part.gridCode)];
    case 'GridsMerged':
      return [...data.gridCodes, data.merged.gridCode];
    case 'GridsRedrawn':
      return data.grids.map((grid) => grid.gridCode);
    case 'GridRetired':
      return data.successor ? [data.gridCode, data.successor.gridCode] : [data.gridCode];
    default:
      return [data.gridCode];
  }
};

/** A rule of a community's grids. */
export type DecideGrids<Command, Facts = unknown> = Decide<CommunityGrids, Command, GridDecided, Facts>;
