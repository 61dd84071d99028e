import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventStore } from '@panshi/event-store';
import { OperatorError } from '@panshi/kernel';
import { BreakLamp, InstallLamp } from '../../test/sample/commands.ts';
import { command, envelopeOf } from '../../test/sample/envelopes.ts';
import { lampSchemas } from '../../test/sample/events.ts';
import { executorOn, lamp, regionCode } from '../../test/sample/lamps.ts';
import { lampCount } from '../../test/sample/sample.definition.ts';
import type { ModelDefinition } from '../definition/model.ts';
import { LiveModel } from './live-model.ts';

const soon = (): number => Date.now() + 5000;

describe('a live model', () => {
  let stop: AbortController;
  beforeEach(() => {
    stop = new AbortController();
  });
  afterEach(() => stop.abort());

  const modelOn = (store: EventStore, definition: ModelDefinition = lampCount as ModelDefinition) => {
    const model = new LiveModel(definition, store, lampSchemas);
    return { model, ended: model.run(stop.signal) };
  };
  const install = (store: EventStore) =>
    executorOn(store).execute(InstallLamp, envelopeOf(command(InstallLamp, { regionCode, keeper: '张三' })));

  it('folds the log from the beginning, and is caught up then', async () => {
    const { store } = await lamp();
    const { model } = modelOn(store);
    expect(model.caughtUp).toBe(false);
    await model.waitFor(undefined, soon());
    expect(model.state).toEqual(new Map([[regionCode, 1]]));
    expect(model.caughtUp).toBe(true);
  });

  it('follows the log live; one may wait for a position, also one that its types pass over', async () => {
    const { store, executor, lampId } = await lamp();
    const { model } = modelOn(store);
    const second = await install(store);
    await model.waitFor(second.position, soon());
    expect(model.state).toEqual(new Map([[regionCode, 2]]));
    const broken = await executor.execute(BreakLamp, envelopeOf(command(BreakLamp, { lampId })));
    await model.waitFor(broken.position, soon());
  });

  it('makes nobody wait beyond the deadline', async () => {
    const { store } = await lamp();
    const { model } = modelOn(store);
    await expect(model.waitFor('9999999999999999', Date.now() + 20)).rejects.toMatchObject({ code: 'model-behind' });
  });

  it('goes on where it was when the store fails and comes back, repeating and missing nothing', async () => {
    const { store, receipt } = await lamp();
    const froms: unknown[] = [];
    const flaky = new Proxy(store, {
      get: (target, name) => {
        if (name !== 'subscribe') return (Reflect.get(target, name) as () => unknown).bind(target);
        return async function* (options: Parameters<EventStore['subscribe']>[0], signal: AbortSignal) {
          froms.push(options.after);
          for await (const message of store.subscribe(options, signal)) {
            yield message;
            if (message.kind === 'caughtUp' && froms.length === 1) throw new Error('connection lost');
          }
        };
      },
    });
    const { model } = modelOn(flaky);
    await model.waitFor(undefined, soon());
    const second = await install(store);
    await model.waitFor(second.position, soon());
    expect(model.state).toEqual(new Map([[regionCode, 2]]));
    expect(froms).toEqual([receipt.position, receipt.position]);
  });

  it('that cannot apply an event ends loudly, and is not caught up any more', async () => {
    const { store } = await lamp();
    const broken: ModelDefinition = {
      ...(lampCount as ModelDefinition),
      apply: () => {
        throw new Error('poison');
      },
    };
    const { model, ended } = modelOn(store, broken);
    const waiting = model.waitFor(undefined, soon());
    await expect(ended).rejects.toThrow(
      /^model\.failed: the model lamp-count cannot take up the event LampInstalled at position \d+ \(lamp-.*@0\): Error: poison/,
    );
    await expect(ended).rejects.toBeInstanceOf(OperatorError);
    await expect(waiting).rejects.toMatchObject({ code: 'model-failed' });
    expect(model.caughtUp).toBe(false);
  });

  it('ends quietly when told to', async () => {
    const { store } = await lamp();
    const { model, ended } = modelOn(store);
    await model.waitFor(undefined, soon());
    stop.abort();
    await ended;
  });
});
