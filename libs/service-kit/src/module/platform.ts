import type { EventStore } from '@panshi/event-store';
import type { Provenance } from '@panshi/kernel';
import type { ServiceClient } from '@panshi/messaging';
import type { Keys } from '@panshi/privacy';
import type { Past, ViewStore } from '@panshi/read-model';
import type { Clock } from '@panshi/async';
import type { EventSchemas } from '../command/event-schemas.ts';
import type { AppendedTypes } from '../models/appended-types.ts';
import type { Transport } from './transport.ts';
import type { Lifecycle } from './lifecycle.ts';

/** What the services of one process share. */
export interface Platform {
  readonly store: EventStore;
  readonly viewStore: ViewStore;
  /** Views as of past moments. */
  readonly past: Past;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly schemas: EventSchemas;
  readonly provenance: Provenance;
  readonly client: ServiceClient;
  readonly transport: Pick<Transport, 'appended' | 'serving'>;
  readonly lifecycle: Lifecycle;
  readonly appended: AppendedTypes;
  /** Names this process among those that share the stores. */
  readonly owner: string;
}

export const PLATFORM = Symbol('Platform');
