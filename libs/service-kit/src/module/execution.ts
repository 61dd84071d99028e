import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@panshi/async';
import type { EventStore, NewEvent, Position } from '@panshi/event-store';
import type { Provenance } from '@panshi/kernel';
import type { Keys, KeyStore } from '@panshi/privacy';
import type { CommandExecutorOptions, LookupFor } from '../command/command-executor.ts';
import type { EventSchemas } from '../command/event-schemas.ts';
import type { AggregateDefinition } from '../definition/aggregate.ts';
import type { ServiceDefinition } from '../definition/service.ts';
import { AppendedTypes } from '../models/appended-types.ts';
import { LiveModels } from '../models/live-models.ts';
import { SETTINGS, type Settings } from '../settings/settings.ts';
import { CLOCK, EVENT_STORE, KEYS, SCHEMAS, SERVICE_DEFINITION, TRANSPORT } from '../tokens.ts';
import type { Transport } from '../transport/transport.ts';
import { freshViews } from '../views/fresh-views.ts';
import { ProjectedViews } from '../views/projected-views.ts';

/** What a service's commands are executed with. */
@Injectable()
export class Execution implements CommandExecutorOptions {
  readonly aggregates: readonly AggregateDefinition[];
  readonly keys: KeyStore;
  readonly provenance: Provenance;

  constructor(
    @Inject(SERVICE_DEFINITION) { aggregates }: ServiceDefinition,
    @Inject(KEYS) { keys }: Keys,
    @Inject(SETTINGS) { provenance }: Settings,
    @Inject(EVENT_STORE) readonly store: EventStore,
    @Inject(CLOCK) readonly clock: Clock,
    @Inject(SCHEMAS) readonly schemas: EventSchemas,
    @Inject(TRANSPORT) private readonly transport: Transport,
    private readonly known: AppendedTypes,
    private readonly models: LiveModels,
    private readonly live: ProjectedViews,
  ) {
    this.aggregates = aggregates;
    this.keys = keys;
    this.provenance = provenance;
  }

  appended(events: readonly NewEvent[], position: Position): void {
    const types = events.map(({ type }) => type);
    this.known.note(types, position);
    this.transport.appended(events, position);
  }

  readonly lookup: LookupFor = async (principal, now, deadline) => {
    const { known, models, live } = this;
    await models.ready(deadline);
    return { views: freshViews(live, known, deadline), principal, now, model: (model) => models.state(model) };
  };
}
