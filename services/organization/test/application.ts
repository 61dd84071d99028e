import type { INestApplication } from '@nestjs/common';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import { Test } from '@nestjs/testing';
import type { CommandReceipt, CommandType, EventType, Principal, QueryAnswer, QueryType } from '@panshi/contracts';
import type { EventStore } from '@panshi/event-store';
import { ServiceClient } from '@panshi/messaging';
import { EVENT_STORE, PanshiModule, readSettings, TRANSPORT } from '@panshi/service-kit';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { OrganizationModule } from '../src/organization.module.ts';

/** The service on real stores in a folder of its own, reached as the gateway reaches it. */
export class Application {
  #folder = '';
  #app!: INestApplication;
  #client!: ServiceClient;

  async start(): Promise<void> {
    this.#folder = await mkdtemp(join(tmpdir(), 'panshi-organization-'));
    const settings = readSettings({ PANSHI_DATA: this.#folder, LOG_LEVEL: 'silent' });
    const module = await Test.createTestingModule({
      imports: [PanshiModule.forRoot({ settings }), OrganizationModule],
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
    const deadline = Date.now() + 10_000;
    return this.#client.command(type, { command, ...ids, principal, fingerprint: commandId, deadline });
  }

  ask<Q extends object>(type: QueryType<Q>, query: Q, principal: Principal, after?: string): Promise<QueryAnswer> {
    return this.#client.query(type, { query, correlationId: v7(), principal, after, deadline: Date.now() + 10_000 });
  }

  /** The position by which an event of each type, holding this, is in the log; waits for it. */
  async recorded(types: readonly EventType[], holding: object): Promise<string> {
    const awaited = new Set<string>(types);
    const found = new AbortController();
    const wanted = Object.entries(holding);
    for await (const message of this.#app.get<EventStore>(EVENT_STORE).subscribe({ types }, found.signal)) {
      if (message.kind !== 'event') continue;
      const { data, type, position } = message.event;
      if (wanted.every(([field, value]) => Reflect.get(data, field) === value)) awaited.delete(type);
      if (awaited.size === 0) return position;
    }
    throw new Error('the log ended');
  }
}
