import { randomUUID } from 'node:crypto';
import { systemClock } from '@panshi/async';
import {
  type CommandType,
  type Principal,
  RedrawRegion,
  type RegionEvent,
  RegisterRegion,
  RenameRegion,
} from '@panshi/contracts';
import type { EventStore } from '@panshi/event-store';
import { type Provenance, Rejection } from '@panshi/kernel';
import { organizationDefinition } from '@panshi/organization';
import type { KeyStore } from '@panshi/privacy';
import { derivedId } from '@panshi/read-model';
import { CommandExecutor, knownSchemas, validated } from '@panshi/service-kit';
import { FoldedModels } from './folded-models.ts';
import type { RegionFields } from './region-row.ts';

export interface RegisterOptions {
  readonly store: EventStore;
  readonly keys: KeyStore;
  readonly provenance: Provenance;
  /** Who enters. */
  readonly principal: Principal;
}

/** How long a command may wait for the log, in milliseconds. */
const patienceMs = 30_000;

/** Enters regions as the organization service does: by its validation, its authority and its decisions. */
export class RegionRegister {
  readonly #executor: CommandExecutor;
  readonly #principal: Principal;
  /** All that is entered belongs together. */
  readonly #id = derivedId(systemClock.now(), 'import', randomUUID());
  #issued = 0;
  #appended: RegionEvent[] = [];

  private constructor({ principal, ...recording }: RegisterOptions, models: FoldedModels) {
    this.#principal = principal;
    const views = { of: (): never => Promise.reject(new Error('rules of regions read no view')) as never };
    this.#executor = new CommandExecutor({
      ...recording,
      clock: systemClock,
      aggregates: organizationDefinition.aggregates,
      schemas: knownSchemas,
      lookup: async (by, now) => ({ views, principal: by, now, model: (model) => models.state(model) }),
      appended: (events) => {
        models.tell(events);
        this.#appended.push(...(events as unknown as readonly RegionEvent[]));
      },
    });
  }

  static async open(options: RegisterOptions): Promise<RegionRegister> {
    return new RegionRegister(options, await new FoldedModels(organizationDefinition.models).read(options.store));
  }

  /**
   * Registers a region; one that is registered gets the name, and the outline where there is one.
   * @returns what happened
   * @throws {InvalidMessage | Rejection}
   */
  async enter(fields: RegionFields): Promise<readonly RegionEvent[]> {
    this.#appended = [];
    const region = validated(RegisterRegion, fields);
    try {
      await this.#issue(RegisterRegion, region);
    } catch (error) {
      if (!(error instanceof Rejection && error.code === 'region.exists')) throw error;
      await this.#change(region);
    }
    return this.#appended;
  }

  async #change({ regionCode, name, codeSystem, edition, ring }: RegisterRegion): Promise<void> {
    await this.#issue(RenameRegion, { regionCode, name, codeSystem, edition });
    if (ring) await this.#issue(RedrawRegion, { regionCode, ring });
  }

  async #issue<C extends object>(type: CommandType<C>, command: C): Promise<void> {
    const now = systemClock.now();
    const commandId = derivedId(now, this.#id, `${this.#issued++}`);
    const ids = { commandId, correlationId: this.#id, causationId: this.#id, fingerprint: 'import' };
    await this.#executor.execute(type, { command, ...ids, principal: this.#principal, deadline: now + patienceMs });
  }
}
