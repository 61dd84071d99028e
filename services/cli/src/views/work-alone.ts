import { systemClock } from '@panshi/async';
import { newOwner } from '@panshi/event-store';
import { OperatorError } from '@panshi/kernel';
import { Projector, type ViewDefinition } from '@panshi/read-model';
import { doViewWork, type ViewRequest, type ViewWorkReport, wordsFor } from '@panshi/service-kit';
import type { Stores } from './stores.ts';

/** How long the lease of a view is waited for that nobody was seen to keep, in milliseconds. */
const leaseWaitMs = 15_000;
const lookMs = 50;

/**
 * Does what is asked of a view that no process keeps: keeps it for as long as that takes. It is brought up to the log first.
 * @throws {OperatorError} where another process came first
 */
export const workAlone = async (
  { events, views }: Stores,
  view: ViewDefinition,
  request: ViewRequest,
  report: (report: ViewWorkReport) => void,
  signal: AbortSignal,
): Promise<void> => {
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  let failure: unknown;
  const projector = await Projector.open({
    events,
    views,
    view,
    owner: newOwner(),
    onRebuild: (progress) => {
      if (progress.total > 0) report({ kind: 'progress', progress });
    },
    onError: (error) => (failure = error),
  });
  const running = projector.run(either);
  try {
    await live(projector, either, () => failure);
    if (signal.aborted) report({ kind: 'cancelled' });
    else await doViewWork(projector, request, report, signal);
  } finally {
    stop.abort();
    await running;
  }
};

const live = async (projector: Projector, signal: AbortSignal, failure: () => unknown): Promise<void> => {
  const deadline = systemClock.now() + leaseWaitMs;
  for (;;) {
    const { role } = await projector.lag();
    if (role === 'live' || signal.aborted) return;
    if (failure() !== undefined) throw new OperatorError(wordsFor(failure()), { cause: failure() });
    if (role === 'following' && systemClock.now() > deadline)
      throw new OperatorError(`view.kept: another process took ${projector.view.name} meanwhile: ask again`);
    // A referenced timer: it may be all that keeps this process.
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
};
