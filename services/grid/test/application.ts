import type { INestApplication } from '@nestjs/common';
import type { CustomTransportStrategy } from '@nestjs/microservices';
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
import type { EventStore } from '@panshi/event-store';
import { ServiceClient } from '@panshi/messaging';
import { EVENT_STORE, PanshiModule, readSettings, TRANSPORT } from '@panshi/service-kit';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { GridModule } from '../src/grid.module.ts';

/** The service on real stores in a folder of its own, reached as the gateway reaches it. */
export class Application {
  #folder = '';
  #app!: INestApplication;
  #client!: ServiceClient;

  async start(): Promise<void> {
    this.#folder = await mkdtemp(join(tmpdir(), 'panshi-grid-'));
    const settings = readSettings({ PANSHI_DATA: this.#folder, LOG_LEVEL: 'silent' });
    const module = await Test.createTestingModule({
      imports: [PanshiModule.forRoot({ settings }), GridModule],
    }).compile();
    this.#app = module.createNestApplication();
    this.#app.connectMicroservice({ strategy: this.#app.get<CustomTransportStrategy>(TRANSPORT) });
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
    const deadline = Date.now() + 20_000;
    return this.#client.command(type, { command, ...ids, principal, fingerprint: commandId, deadline });
  }

  ask<Q extends object>(type: QueryType<Q>, query: Q, principal: Principal, after?: string): Promise<QueryAnswer> {
    return this.#client.query(type, { query, correlationId: v7(), principal, after, deadline: Date.now() + 20_000 });
  }

  /** Puts another service's event into the log. */
  async published(stream: string, type: EventType, data: object): Promise<string> {
    const commandId = v7();
    const event = {
      id: v7(),
      type,
      schema: eventTypes[type].schema,
      data,
      occurredAt: new Date().toISOString(),
      actor: { account: 'system', person: '', post: '' },
      correlationId: commandId,
      causationId: commandId,
      provenance: 'demo' as const,
      fingerprint: commandId,
    };
    const store = this.#app.get<EventStore>(EVENT_STORE);
    return (await store.append(stream, [event], { expect: 'any', commandId })).position;
  }

  /** The position by which so many events of a type are in the log; waits for them. */
  async recorded(type: EventType, count: number): Promise<string> {
    const found = new AbortController();
    let seen = 0;
    for await (const message of this.#app.get<EventStore>(EVENT_STORE).subscribe({ types: [type] }, found.signal))
      if (message.kind === 'event' && ++seen === count) return message.event.position;
    throw new Error('the log ended');
  }
}
