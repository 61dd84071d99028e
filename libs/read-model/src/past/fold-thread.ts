/** The thread on which the past is folded: loads the views, opens the log to read it, and answers what it is asked. */
import { openForReading } from '@panshi/event-store';
import { answerCalls } from '@panshi/database/sqlite';
import { workerData } from 'node:worker_threads';
import type { ViewDefinition } from '../view.ts';
import type { FoldThreadOptions } from './threaded-folds.ts';
import { PastFolds } from './past-folds.ts';

const { log, sources } = workerData as FoldThreadOptions;

const viewsIn = async (url: string, names: readonly string[]): Promise<readonly ViewDefinition[]> => {
  const exported = Object.values((await import(url)) as Record<string, unknown>).flat() as Partial<ViewDefinition>[];
  return names.map((wanted) => {
    const found = exported.find((each) => each?.name === wanted && each.evolve !== undefined);
    if (!found) throw new TypeError(`${url} exports no view ${wanted}`);
    return found as ViewDefinition;
  });
};

const sets = sources.map(async ({ path, from, views }) => ({ path, views: await viewsIn(from, views) }));
answerCalls(new PastFolds({ log: await openForReading(log), sets: await Promise.all(sets) }));
