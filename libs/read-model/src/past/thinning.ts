import type { Position } from '@panshi/event-store';

/** A moment of a view that is kept on disk. */
export interface Mark {
  /** Grows by one from mark to mark, and is never used again. */
  readonly mark: number;
  readonly position: Position;
  /** Events of the view up to there. */
  readonly events: number;
}

export interface Density {
  /** Events of a view between two marks that are never worth one more. */
  readonly least: number;
  /** Into how many parts what came since a mark is divided: the older, the further apart. */
  readonly parts: number;
}

export interface Thinned {
  readonly mark: number;
  /** The marks that stay before and after it; 0 for the beginning of the log. */
  readonly before: number;
  readonly after: number;
}

/** Which marks go, so that as many stay for the last month as for the year before. The last one always stays. */
export const thin = (marks: readonly Mark[], { least, parts }: Density): readonly Thinned[] => {
  const last = marks.at(-1);
  const gone: Thinned[] = [];
  let before: Pick<Mark, 'mark' | 'events'> = { mark: 0, events: 0 };
  for (const [i, mark] of marks.slice(0, -1).entries()) {
    const after = marks[i + 1]!;
    const apart = Math.max(least, (last!.events - before.events) / parts);
    if (after.events - before.events <= apart) gone.push({ mark: mark.mark, before: before.mark, after: after.mark });
    else before = mark;
  }
  return gone;
};
