import { describe, expect, it } from '@jest/globals';
import { type EventStore, type Position } from '@panshi/event-store';
import { Unavailable } from '@panshi/messaging';
import { memoryKeyStore } from '@panshi/privacy';
import type { Past, ViewDefinition, ViewReader } from '@panshi/read-model';
import { GetLamp } from '../../test/sample/commands.ts';
import { command, officer, questionOf } from '../../test/sample/envelopes.ts';
import { lamp, now } from '../../test/sample/lamps.ts';
import { lampBoard } from '../../test/sample/sample.definition.ts';
import { answer, type QueryContext } from '../definition/query.ts';
import { QueryExecutor } from './query-executor.ts';
import type { LiveViews } from '../views/readable-views.ts';

const view = lampBoard as unknown as ViewDefinition;
const lampId = '01890000-0000-7000-8000-000000000001';
const question = command(GetLamp, { lampId });

const reader = (document: object | undefined) => ({
  of: () => ({ get: async () => document }) as unknown as ViewReader<never>,
});

/** A view that is at a position, and reaches `next` when waited for. */
const liveAt = (position: Position, next = position): LiveViews & { waits: Position[] } => {
  const waits: Position[] = [];
  let at = position;
  return {
    ...reader({ _id: lampId, _version: 3, status: 'lit' }),
    waits,
    whenPassed: async (_names, after = '') => {
      if (after > at) waits.push(after);
      if (after > at) at = next;
      if (after > at) throw new Unavailable('view.behind');
      return at;
    },
  };
};

const executorWith = async (
  live: LiveViews,
  handler = async (_: GetLamp, { views }: QueryContext): Promise<unknown> => views.of(lampBoard).get(lampId),
) => {
  const { store, receipt } = await lamp();
  const released: string[] = [];
  const asOf: Past['asOf'] = async (views, position) => ({
    views: reader({ _id: lampId, asOf: position, of: views.map(({ name }) => name) }),
    release: () => released.push(position),
  });
  const definition = { queries: [answer(GetLamp, handler)], views: [view] };
  const clock = { now: () => Date.parse(now) };
  const executor = new QueryExecutor(definition, store, { keys: memoryKeyStore() }, clock, { asOf }, live);
  return { executor, store, head: receipt.position, released };
};

const headOf = (store: EventStore): Promise<Position> => store.head();

describe('a query', () => {
  it('is answered with the oldest position of its views, and the version of the one stream behind its document', async () => {
    const { executor, head } = await executorWith(liveAt('0000000000000001'));
    expect(await executor.execute(GetLamp, questionOf(question))).toEqual({
      body: { _id: lampId, _version: 3, status: 'lit' },
      position: head,
      version: 3,
    });
  });

  it('needs its permission somewhere', async () => {
    const { executor } = await executorWith(liveAt('0000000000000001'));
    const nobody = questionOf(question, { principal: { ...officer('320113'), grants: [] } });
    await expect(executor.execute(GetLamp, nobody)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('with `after` waits until its views have passed that position, and not otherwise', async () => {
    const behind = liveAt('0000000000000000', '0000000000000001');
    const { executor, head } = await executorWith(behind);
    expect(await executor.execute(GetLamp, questionOf(question, { after: head }))).toMatchObject({ position: head });
    expect(behind.waits).toEqual([head]);
    await executor.execute(GetLamp, questionOf(question, { after: head }));
    expect(behind.waits).toEqual([head]);
  });

  it('is never answered from stale views', async () => {
    const { executor, head } = await executorWith(liveAt('0000000000000000'));
    const after = questionOf(question, { after: head });
    await expect(executor.execute(GetLamp, after)).rejects.toMatchObject({ name: 'Unavailable', code: 'view.behind' });
  });

  it('leaves time to say so before the deadline', async () => {
    let until = Infinity;
    const live = {
      ...liveAt('0000000000000000'),
      whenPassed: async (...[, , deadline]: Parameters<LiveViews['whenPassed']>) => {
        until = deadline;
        throw new Unavailable('view.behind');
      },
    };
    const { executor, head } = await executorWith(live);
    const asked = questionOf(question, { after: head });
    await expect(executor.execute(GetLamp, asked)).rejects.toMatchObject({ code: 'view.behind' });
    expect(until).toBeLessThan(asked.deadline);
  });

  it.each(['9999999999999999', 'soon', '42'])('refuses a position that the log has not: %s', async (position) => {
    const { executor, head } = await executorWith(liveAt('0000000000000000'));
    for (const moment of [{ after: position }, { asOf: position }, { after: position, asOf: head }])
      await expect(executor.execute(GetLamp, questionOf(question, moment))).rejects.toMatchObject({
        code: 'position.unknown',
        kind: 'invalid',
      });
  });

  it('as of a position reads its views as they were, and lets them go', async () => {
    const { executor, store, released } = await executorWith(liveAt('0000000000000000'));
    const asOf = await headOf(store);
    const past = await executor.execute(GetLamp, questionOf(question, { asOf }));
    expect(past).toEqual({ body: { _id: lampId, asOf, of: ['lamp-board'] }, position: asOf });
    expect(released).toEqual([asOf]);
  });

  it('as of a moment finds the position then, and is told that time', async () => {
    const times: string[] = [];
    const { executor, store } = await executorWith(liveAt('0000000000000000'), async (_, context) => {
      times.push(context.now);
      return {};
    });
    const asOf = '2026-03-01T08:00:00+08:00';
    const { position } = await executor.execute(GetLamp, questionOf(question, { asOf }));
    expect(position).toBe(await store.positionAt('2026-03-01T00:00:00.000Z'));
    expect(times).toEqual(['2026-03-01T00:00:00.000Z']);
  });

  it('as of the future is refused, and so is no time at all', async () => {
    const { executor } = await executorWith(liveAt('0000000000000000'));
    for (const asOf of ['2099-01-01T00:00:00Z', '2026-13-45T00:00:00Z'])
      await expect(executor.execute(GetLamp, questionOf(question, { asOf }))).rejects.toMatchObject({
        code: 'as-of.not-past',
      });
  });

  it('lets past views go also when the handler fails', async () => {
    const { executor, released, store } = await executorWith(liveAt('0000000000000000'), () =>
      Promise.reject(new Error('no')),
    );
    const asOf = await headOf(store);
    await expect(executor.execute(GetLamp, questionOf(question, { asOf }))).rejects.toThrow('no');
    expect(released).toEqual([asOf]);
  });

  it('past its deadline is not begun', async () => {
    const { executor } = await executorWith(liveAt('0000000000000000'));
    const late = questionOf(question, { deadline: Date.now() - 1 });
    await expect(executor.execute(GetLamp, late)).rejects.toMatchObject({ code: 'deadline-passed' });
  });

  it('reads no view it does not declare', async () => {
    const other = { ...lampBoard, name: 'other' };
    const { executor } = await executorWith(liveAt('0000000000000000'), (_, { views }) => views.of(other).get(lampId));
    await expect(executor.execute(GetLamp, questionOf(question))).rejects.toThrow('does not declare other');
  });

  it('over a view that the service does not have is found at start', () => {
    const definition = { queries: [answer(GetLamp, async () => ({}))], views: [] };
    const unused = undefined as never;
    const make = () => new QueryExecutor(definition, unused, unused, unused, unused, unused);
    expect(make).toThrow('GetLamp reads lamp-board');
  });
});
