import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import { Test } from '@nestjs/testing';
import type { CommandReceipt, CommandType, EventData, EventType, Principal, QueryType } from '@panshi/contracts';
import type { EventStore, RecordedEvent } from '@panshi/event-store';
import type { Actor } from '@panshi/kernel';
import { ServiceClient } from '@panshi/messaging';
import { EVENT_STORE, PanshiModule, readSettings, TRANSPORT } from '@panshi/service-kit';
import { CaseModule } from '../src/case.module.ts';

/** An id as the platform makes them: UUIDv7 of this moment. */
export const newId = (): string => {
  const hex = Date.now().toString(16).padStart(12, '0') + randomBytes(10).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** The service on real stores in a folder of its own, under a clock that stands still until told. */
export class Running {
  now: string;
  #close: () => Promise<void> = async () => undefined;
  #client!: ServiceClient;
  #store!: EventStore;

  constructor(now: string) {
    this.now = now;
  }

  async start(): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'panshi-case-'));
    const settings = readSettings({ PANSHI_DATA: folder, LOG_LEVEL: 'silent' });
    const clock = { now: () => new Date(this.now) };
    const module = await Test.createTestingModule({
      imports: [PanshiModule.forRoot({ settings, clock }), CaseModule],
    }).compile();
    const app = module.createNestApplication({ logger: false });
    app.connectMicroservice({ strategy: app.get<CustomTransportStrategy>(TRANSPORT) });
    await app.startAllMicroservices();
    await app.init();
    this.#client = app.get(ServiceClient);
    this.#store = app.get<EventStore>(EVENT_STORE);
    this.#close = async () => {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    };
  }

  close(): Promise<void> {
    return this.#close();
  }

  command(command: object, actor: Actor): Promise<CommandReceipt> {
    const commandId = newId();
    const ids = { commandId, correlationId: commandId, causationId: commandId, fingerprint: commandId };
    const envelope = { command, ...ids, principal: everywhere(actor), deadline: Date.now() + 20_000 };
    return this.#client.command(command.constructor as CommandType, envelope);
  }

  /** The answer of views that have passed `after`. */
  async ask<A>(query: object, after: string, actor: Actor): Promise<A> {
    const envelope = {
      query,
      correlationId: newId(),
      principal: everywhere(actor),
      after,
      deadline: Date.now() + 20_000,
    };
    return (await this.#client.query(query.constructor as QueryType, envelope)).body as A;
  }

  /** Records what another service would have. */
  async record<T extends EventType>(stream: string, type: T, data: EventData[T]): Promise<void> {
    const commandId = newId();
    const actor = { account: 'account-1', person: 'person-1', post: 'post-1' };
    const ids = { id: newId(), correlationId: commandId, causationId: commandId, fingerprint: commandId };
    const event = { ...ids, type, schema: 'another', data, occurredAt: this.now, actor, provenance: 'demo' } as const;
    await this.#store.append(stream, [event], { expect: 'any', commandId });
  }

  /** The nth event of a type, recorded already or still to come. */
  async recorded<T extends EventType>(type: T, nth = 1): Promise<RecordedEvent & { readonly data: EventData[T] }> {
    const seen = new AbortController();
    const signal = AbortSignal.any([seen.signal, AbortSignal.timeout(20_000)]);
    let count = 0;
    for await (const message of this.#store.subscribe({ types: [type] }, signal)) {
      if (message.kind !== 'event' || ++count < nth) continue;
      seen.abort();
      return message.event as RecordedEvent & { readonly data: EventData[T] };
    }
    throw new Error(`${type} was never recorded`);
  }
}

const everywhere = (actor: Actor): Principal => ({
  actor,
  grants: [
    {
      role: 'all',
      territory: '320113',
      permissions: [
        'case.read',
        'case.file',
        'case.dispatch',
        'case.handle',
        'case.verify',
        'case.evaluate',
        'catalogue.publish',
      ],
    },
  ],
});
