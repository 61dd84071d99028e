import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Controller, type INestMicroservice } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Test } from '@nestjs/testing';
import { firstValueFrom } from 'rxjs';
import { describeWithNats, type Nats, startNats } from '../../../../test/components/nats.ts';
import { natsAddress } from './address.ts';
import { NatsClient } from './client.ts';
import { testSeal } from './fixtures/test-seal.ts';
import { type LinkReport, NatsLink } from './link.ts';
import { NatsServer } from './server.ts';

/** Lets a test wait for what a link reports. */
class Reports {
  readonly #waiting = new Map<string, () => void>();
  readonly take = ({ event }: LinkReport): void => this.#waiting.get(event)?.();

  next(event: LinkReport['event']): Promise<void> {
    return new Promise((resolve) => this.#waiting.set(event, resolve));
  }
}

const refused = Symbol('refused');

describeWithNats('a broker that fails', () => {
  let nats: Nats;
  let reports: Reports;
  let links: NatsLink[];
  let client: NatsClient;
  let app: INestMicroservice;
  let begun: PromiseWithResolvers<void>;
  let held: PromiseWithResolvers<void>;

  @Controller()
  class Answers {
    @MessagePattern('panshi.test.query.Echo')
    echo(@Payload() { what }: { what: unknown }): unknown {
      return what;
    }

    @MessagePattern('panshi.test.query.Grow')
    grow(@Payload() { what }: { what: number }): string {
      return '大'.repeat(what);
    }

    @MessagePattern('panshi.test.command.Hold')
    async hold(): Promise<string> {
      begun.resolve();
      await held.promise;
      return 'done';
    }
  }

  const link = (report?: (report: LinkReport) => void): NatsLink => {
    links.push(new NatsLink(natsAddress(nats.url), report));
    return links.at(-1)!;
  };
  const ask = (subject: string, what?: unknown, inMs = 20_000): Promise<unknown> =>
    firstValueFrom(client.send(`panshi.test.${subject}`, { what, deadline: Date.now() + inMs }));
  /** Asks until it is answered. A link that is down refuses at once: between two tries it must be let come back. */
  const answered = async (subject: string, what?: unknown): Promise<unknown> => {
    for (;;) {
      const answer = await ask(subject, what).catch(() => refused);
      if (answer !== refused) return answer;
      await setImmediate();
    }
  };

  beforeEach(async () => {
    nats = await startNats();
    links = [];
    begun = Promise.withResolvers();
    held = Promise.withResolvers();
    reports = new Reports();
    const clients = link(reports.take);
    await clients.connect();
    client = new NatsClient(clients, testSeal);
    const module = await Test.createTestingModule({ controllers: [Answers] }).compile();
    const server = link();
    app = module.createNestMicroservice({ strategy: new NatsServer(server, testSeal), logger: false });
    await app.listen();
  });
  afterEach(async () => {
    held.resolve();
    await app.close();
    await Promise.all(links.map((each) => each.close()));
    await nats.stop('SIGKILL');
  });

  it('is an outcome unknown to who waits for an answer, a refusal to who asks then, and over when it is back', async () => {
    const taken = ask('command.Hold').catch((error: Error) => error.name);
    await begun.promise;
    const lost = reports.next('lost');
    await nats.stop('SIGKILL');
    await lost;
    expect(await taken).toBe('OutcomeUnknown');
    await expect(ask('query.Echo', 1)).rejects.toMatchObject({ name: 'Unavailable', code: 'no-service' });
    const back = reports.next('connected');
    await nats.start();
    await back;
    expect(await answered('query.Echo', 'again')).toBe('again');
  });

  it('by hanging lets a request run into its deadline, and answers the next ones', async () => {
    await nats.pause();
    await expect(ask('query.Echo', 1, 100)).rejects.toMatchObject({ code: 'deadline-passed' });
    nats.resume();
    expect(await ask('query.Echo', 2)).toBe(2);
  });

  it('before anything began is waited for', async () => {
    await nats.stop();
    const waiting = new Reports();
    const early = link(waiting.take);
    const noticed = waiting.next('waiting');
    const connected = early.connect();
    await noticed;
    expect(early.up).toBe(false);
    await nats.start();
    await connected;
    expect(early.up).toBe(true);
  });

  it('that is lost while a server subscribes is waited for, and asked again', async () => {
    const late = link();
    await late.connect();
    const server = new NatsServer(late, testSeal);
    server.addHandler('panshi.test.query.Late', async () => 'late');
    await nats.pause();
    const listening = new Promise<void>((resolve, reject) =>
      server.listen((error) => (error ? reject(error as Error) : resolve())),
    );
    await nats.stop('SIGKILL');
    await nats.start();
    await listening;
    expect(server.serving).toBe(true);
    expect(await answered('query.Late')).toBe('late');
    await server.close();
  });

  it('takes no message beyond its limit: both directions say so, by code and size', async () => {
    const large = '大'.repeat(400_000);
    await expect(ask('query.Echo', large)).rejects.toMatchObject({
      name: 'Rejection',
      code: 'message.too-large',
      kind: 'invalid',
      params: { bytes: expect.any(Number), limit: 1_048_576 },
    });
    await expect(ask('query.Grow', 400_000)).rejects.toMatchObject({
      name: 'Rejection',
      code: 'answer.too-large',
      params: { bytes: 1_200_015, limit: 1_048_576 },
    });
    expect(await ask('query.Echo', 'small')).toBe('small');
  });

  it('carries nothing that is no request: what is not JSON is refused as invalid', async () => {
    const subject = 'panshi.test.query.Echo';
    const answer = await links[0]!.ask(subject, testSeal.sealed(subject, Buffer.from('{')), 5000);
    expect(JSON.parse(Buffer.from(answer).toString())).toMatchObject({ err: { error: 'InvalidMessage' } });
  });
});
