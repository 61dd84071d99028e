import type { CommandType } from '@panshi/contracts';
import type { ReactorDefinition, TimerDefinition, ViewDefinition } from '@panshi/read-model';
import type { AggregateDefinition } from './aggregate.ts';
import type { ModelDefinition } from './model.ts';
import type { QueryHandling } from './query.ts';

/** A service's table of contents; `PanshiModule.forFeature` turns it into a running Nest module. */
export interface ServiceDefinition {
  readonly name: string;
  readonly aggregates: readonly AggregateDefinition[];
  readonly views: readonly ViewDefinition[];
  /** URL of the module that exports the views: the thread that folds the past loads them from there, and no more. */
  readonly viewsFrom: string;
  readonly models: readonly ModelDefinition[];
  readonly reactors: readonly ReactorDefinition[];
  readonly timers: readonly TimerDefinition[];
  readonly queries: readonly QueryHandling[];
}

/** The commands that a service's reactors and timers declare, each once. */
export const issuedBy = ({
  reactors,
  timers,
}: Pick<ServiceDefinition, 'reactors' | 'timers'>): readonly CommandType[] => [
  ...new Set([...reactors, ...timers].flatMap(({ issues }) => issues)),
];

/** Collects a service's parts, each typed by its own `define…`. */
export const defineService = (
  definition: Partial<ServiceDefinition> & Pick<ServiceDefinition, 'name' | 'viewsFrom'>,
): ServiceDefinition => ({
  aggregates: [],
  views: [],
  models: [],
  reactors: [],
  timers: [],
  queries: [],
  ...definition,
});
