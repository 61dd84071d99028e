import type { INestApplication, Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import {
  type CommandReceipt,
  type CommandType,
  eventTypes,
  type EventType,
  type Principal,
  type QueryAnswer,
  type QueryType,
} from '@panshi/contracts';
import type { EventStore, RecordedEvent } from '@panshi/event-store';
import { ServiceClient } from '@panshi/messaging';
import { type Clock, systemClock } from '@panshi/async';
import { EVENT_STORE, PanshiModule, readSettings, TRANSPORT, type Transport } from '@panshi/service-kit';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';

/** Which event of a type is looked for. */
export interface Sought {
  /** 1, the first, unless told. */
  readonly nth?: number;
  /** Fields of its data. */
  readonly holding?: object;
}

/** A service on real stores in a folder of its own, reached as the gateway reaches it. */
export class RunningService {
  readonly #module: Type;
  readonly #clock: Clock;
  #folder = '';
  #app!: INestApplication;
  #client!: ServiceClient;

  constructor(module: Type, clock: Clock = systemClock) {
    this.#module = module;
    this.#clock = clock;
  }

  async start(): Promise<void> {
    this.#folder = await mkdtemp(join(tmpdir(), 'panshi-service-'));
    await this.#run();
  }

  /** As after a stop of the process: with what its stores hold. */
  async restart(): Promise<void> {
    await this.#app.close();
    await this.#run();
  }

  async #run(): Promise<void> {
    const settings = readSettings({ PANSHI_DATA: this.#folder, LOG_LEVEL: 'silent' });
    const module = await Test.createTestingModule({
      imports: [PanshiModule.forRoot({ settings, clock: this.#clock }), this.#module],
    }).compile();
    this.#app = module.createNestApplication();
    this.#app.connectMicroservice({ strategy: this.#app.get<Transport>(TRANSPORT).server });
    await this.#app.startAllMicroservices();
    await this.#app.init();
    this.#client = this.#app.get(ServiceClient);
  }

  async stop(): Promise<void> {
    await this.#app.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  do<C extends object>(type: CommandType<C>, command: C, principal: Principal): Promise<CommandReceipt> {
    const commandId = v7();
    const ids = { commandId, correlationId: commandId, causationId: commandId };
    return this.#client.command(type, { command, ...ids, principal, fingerprint: commandId, deadline: deadline() });
  }

  /** The answer of views that have passed `after`. */
  ask<Q extends object>(type: QueryType<Q>, query: Q, principal: Principal, after?: string): Promise<QueryAnswer> {
    return this.#client.query(type, { query, correlationId: v7(), principal, after, deadline: deadline() });
  }

  /** Puts an event of another service into the log; gives its position. */
  async published(stream: string, type: EventType, data: object): Promise<string> {
    const commandId = v7();
    const event = {
      id: v7(),
      type,
      schema: eventTypes[type].schema,
      data,
      occurredAt: new Date(this.#clock.now()).toISOString(),
      actor: { account: 'system', person: '', post: '' },
      correlationId: commandId,
      causationId: commandId,
      provenance: 'demo' as const,
      regions: ['320113'],
      fingerprint: commandId,
    };
    return (await this.#events.append(stream, [event], { expect: 'any', commandId })).position;
  }

  /** The event of a type, recorded already or still to come. */
  async recorded(type: EventType, { nth = 1, holding = {} }: Sought = {}): Promise<RecordedEvent> {
    const wanted = Object.entries(holding);
    let seen = 0;
    for await (const message of this.#events.subscribe({ types: [type] }, AbortSignal.timeout(waitMs))) {
      if (message.kind !== 'event') continue;
      const { event } = message;
      if (wanted.every(([field, value]) => Reflect.get(event.data, field) === value) && ++seen === nth) return event;
    }
    throw new Error(`${type} was never recorded`);
  }

  get #events(): EventStore {
    return this.#app.get<EventStore>(EVENT_STORE);
  }
}

const waitMs = 20_000;
const deadline = (): number => Date.now() + waitMs;
