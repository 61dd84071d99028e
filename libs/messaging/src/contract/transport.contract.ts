import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, type INestMicroservice, UseFilters } from '@nestjs/common';
import {
  type ClientProxy,
  type CustomTransportStrategy,
  EventPattern,
  MessagePattern,
  Payload,
} from '@nestjs/microservices';
import { Test } from '@nestjs/testing';
import { OutcomeUnknown, WrongExpectedVersion } from '@panshi/event-store';
import { Rejection } from '@panshi/kernel';
import { firstValueFrom } from 'rxjs';
import { InternalFault, InvalidMessage, Unavailable } from '../errors.ts';
import { FailureFilter } from '../failure-filter.ts';
import type { IntakeLimits } from '../intake.ts';

/** One end of a transport each; a client reaches every server made by the same harness. */
export interface TransportHarness {
  server(limits?: IntakeLimits): CustomTransportStrategy;
  client(): ClientProxy;
  close(): Promise<void>;
}

interface Ask {
  readonly deadline: number;
  readonly what?: unknown;
}

/** Lets a test hold a request where it is. */
const gate = (): { opened: Promise<void>; open(): void } => {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
};

/** What every transport of ours does, whatever carries it. */
export const transportContract = (name: string, makeHarness: () => Promise<TransportHarness>): void => {
  describe(name, () => {
    let harness: TransportHarness;
    let client: ClientProxy;
    let apps: INestMicroservice[];
    let hints: string[];
    let held: ReturnType<typeof gate>;
    let arrived: ReturnType<typeof gate>;
    let errors: Error[];

    @Controller()
    @UseFilters(FailureFilter)
    class Answers {
      @MessagePattern('test.echo')
      echo(@Payload() ask: Ask): unknown {
        return ask.what;
      }

      @MessagePattern('test.fail')
      fail(): never {
        throw errors[0] as Error;
      }

      @MessagePattern('test.hold')
      async hold(): Promise<string> {
        arrived.open();
        await held.opened;
        return 'done';
      }

      @EventPattern('test.hint')
      hint(@Payload() position: string): void {
        hints.push(position);
        if (hints.length === apps.length) arrived.open();
      }
    }

    const serve = async (limits?: IntakeLimits): Promise<INestMicroservice> => {
      const module = await Test.createTestingModule({ controllers: [Answers] }).compile();
      const app = module.createNestMicroservice({ strategy: harness.server(limits), logger: false });
      await app.listen();
      apps.push(app);
      return app;
    };
    const ask = (subject: string, what?: unknown, inMs = 5000): Promise<unknown> =>
      firstValueFrom(client.send(subject, { what, deadline: Date.now() + inMs } satisfies Ask));
    const caught = (promise: Promise<unknown>): Promise<unknown> =>
      promise.then(
        () => 'no error',
        (error: unknown) => error,
      );

    beforeEach(async () => {
      harness = await makeHarness();
      client = harness.client();
      apps = [];
      hints = [];
      errors = [];
      held = gate();
      arrived = gate();
    });
    afterEach(async () => {
      held.open();
      await Promise.all(apps.map((app) => app.close()));
      await client.close();
      await harness.close();
    });

    it('carries a request to the service that answers its subject, and the answer back', async () => {
      await serve();
      expect(await ask('test.echo', { 网格: ['320113001001001', 1, null, true] })).toEqual({
        网格: ['320113001001001', 1, null, true],
      });
    });

    it('answers each of many requests in flight with its own answer', async () => {
      await serve();
      const numbers = Array.from({ length: 200 }, (_, i) => i);
      expect(await Promise.all(numbers.map((n) => ask('test.echo', n)))).toEqual(numbers);
    });

    it('rebuilds each known error at the client, with all it says', async () => {
      await serve();
      const known = [
        new Rejection('grid.unknown', { code: '320113', count: 2 }, 'not-found'),
        new WrongExpectedVersion('grid-1', 3, 5),
        new WrongExpectedVersion('grid-1', 'none', undefined),
        new OutcomeUnknown('lost'),
        new Unavailable('view.behind', 3),
        new InvalidMessage([{ field: 'text', rule: 'maxLength', words: { zh: '过长', en: 'is too long' } }]),
      ];
      for (const error of known) {
        errors = [error];
        const seen = (await caught(ask('test.fail'))) as Error;
        expect(seen.constructor).toBe(error.constructor);
        expect({ ...seen, message: seen.message }).toEqual({ ...error, message: error.message });
      }
    });

    it('lets nothing of an unforeseen error cross', async () => {
      await serve();
      errors = [new TypeError('secret 13912345678')];
      const seen = await caught(ask('test.fail'));
      expect(seen).toBeInstanceOf(InternalFault);
      expect(JSON.stringify(seen) + String(seen)).not.toContain('secret');
    });

    it('says that nobody answers a subject, rather than to wait for the deadline', async () => {
      await serve();
      expect(await caught(ask('test.nobody'))).toMatchObject({ name: 'Unavailable', code: 'no-service' });
    });

    it('gives a request up at its deadline', async () => {
      await serve();
      expect(await caught(ask('test.hold', undefined, 20))).toMatchObject({ code: 'deadline-passed' });
    });

    it('refuses as overloaded what neither runs nor may wait', async () => {
      await serve({ concurrency: 1, waiting: 1 });
      const first = ask('test.hold');
      await arrived.opened;
      const second = ask('test.echo', 2);
      expect(await caught(ask('test.echo', 3))).toMatchObject({ name: 'Unavailable', code: 'overloaded' });
      held.open();
      expect(await Promise.all([first, second])).toEqual(['done', 2]);
    });

    it('on shutdown finishes what it took and takes no more', async () => {
      const app = await serve();
      const taken = ask('test.hold');
      await arrived.opened;
      const closed = app.close();
      // One under way just then is either taken, and answered, or refused: never left without a word.
      const late = await ask('test.echo', 'late').catch(({ code }: Unavailable) => code);
      expect(['late', 'closing', 'no-service']).toContain(late);
      held.open();
      expect(await taken).toBe('done');
      await closed;
      expect(['closing', 'no-service']).toContain(((await caught(ask('test.echo', 1))) as Unavailable).code);
    });

    it('brings a hint to every service that listens', async () => {
      await serve();
      await serve();
      await firstValueFrom(client.emit('test.hint', '0000000000000007'), { defaultValue: undefined });
      await arrived.opened;
      expect(new Set(hints)).toEqual(new Set(['0000000000000007']));
      expect(hints).toHaveLength(2);
    });
  });
};
