/** The thread on which the past is folded: loads the views, opens the log to read it, and answers what it is asked. */
import { openForReading } from '@panshi/event-store';
import { Rejection } from '@panshi/kernel';
import { parentPort, workerData } from 'node:worker_threads';
import type { ViewDefinition } from '../view.ts';
import type { FoldThreadOptions } from './threaded-folds.ts';
import type { FromFolds, ToFolds } from './past-calls.ts';
import { PastFolds } from './past-folds.ts';

const port = parentPort!;
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
const folds = new PastFolds({ log: await openForReading(log), sets: await Promise.all(sets) });

const answer = async ({ id, call: [method, ...args] }: ToFolds): Promise<FromFolds> => {
  try {
    return {
      id,
      answer: await (folds[method] as (...args: readonly unknown[]) => Promise<unknown>).apply(folds, args),
    };
  } catch (error) {
    if (!(error instanceof Rejection)) return { id, error: error instanceof Error ? error.message : String(error) };
    const { code, params, kind } = error;
    return { id, rejected: { code, params, kind } };
  }
};

port.on('message', async (message: ToFolds) => {
  port.postMessage(await answer(message));
  if (message.call[0] === 'close') port.close();
});
port.postMessage({ ready: true } satisfies FromFolds);
