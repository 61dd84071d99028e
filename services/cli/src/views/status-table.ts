import type { ViewStatus } from './view-status.ts';

const heads = ['VIEW', 'SERVICE', 'VERSION', 'POSITION', 'BEHIND', 'PARKED', 'KEPT BY', ''] as const;

const short = (position: string): string => position.replace(/^0+(?=\d)/, '');

const reached = ({ position, keptBy }: ViewStatus): string =>
  position === undefined ? (keptBy === undefined ? 'not built' : 'being built') : short(position);

/** What is being built, and how far that is. */
const building = ({ building: now, anewAt, position }: ViewStatus): string => {
  if (now?.stage === 'placing') return `${now.events} events folded; being put in place`;
  if (now) return `${position === undefined ? 'built' : 'built anew'}: ${now.events} of about ${now.total} events`;
  return anewAt === undefined ? '' : `built anew up to ${short(anewAt)}`;
};

const behind = ({ position, positionsBehind, secondsBehind }: ViewStatus): string => {
  if (position === undefined) return '-';
  const seconds = `${Math.round(secondsBehind)} s`;
  return positionsBehind === undefined ? seconds : `${positionsBehind} (${seconds})`;
};

/** The keeper of a view as the operator knows it. */
export const processOf = (owner: string | undefined): string => {
  if (owner === undefined) return 'no process';
  const [host, pid] = owner.split('/');
  return `process ${pid} on ${host}`;
};

/** The views as a table for a person's eyes. */
export const statusTable = (statuses: readonly ViewStatus[]): string => {
  const rows = statuses.map((status) => [
    status.view,
    status.service,
    String(status.version),
    reached(status),
    behind(status),
    String(status.parked.length),
    processOf(status.keptBy),
    building(status),
  ]);
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]): string => cells.map((cell, i) => cell.padEnd(widths[i]!)).join('  ');
  return [heads, ...rows].map((cells) => line(cells).trimEnd()).join('\n');
};

/** Every parked document: which, the event that failed, and why. */
export const parkedLines = (statuses: readonly ViewStatus[]): readonly string[] =>
  statuses.flatMap(({ parked }) =>
    parked.map(({ view, id, position, type, error }) =>
      [view, id, `at ${short(position)}`, ...(type ? [type] : []), error].join('  '),
    ),
  );
