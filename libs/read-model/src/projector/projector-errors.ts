import type { Position } from '@panshi/event-store';

/** A view did not reach the position in time: ask again later, rather than be shown what is stale. */
export class ViewBehind extends Error {
  override readonly name = 'ViewBehind';
  constructor(
    readonly view: string,
    readonly wanted: Position,
    readonly reached: Position | undefined,
  ) {
    super(`view ${view} is at ${reached ?? 'its beginning'}, not yet at ${wanted}`);
  }
}

/** This process does not keep the view: another one has its lease, and can do what was asked. */
export class NotLeading extends Error {
  override readonly name = 'NotLeading';
}
