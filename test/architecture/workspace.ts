import { resolve } from 'node:path';
import type { ServiceDefinition } from '@panshi/service-kit';
import { type Package, packages } from '../../scripts/workspace.ts';

/** The checkout. */
export const root = resolve(import.meta.dirname, '../..');

const isDefinition = (value: unknown): value is ServiceDefinition =>
  ['name', 'aggregates', 'views', 'reactors'].every((part) => Object.hasOwn(Object(value), part));

/** A service that decides and projects: its package, and its table of contents. The gateway has none. */
export interface Service extends Package {
  readonly definition: ServiceDefinition;
}

/** Every such service of the workspace. */
export const services: readonly Service[] = (
  await Promise.all(
    packages
      .filter(({ layer }) => layer === 'service')
      .map(async (each) => {
        const exported = Object.values((await import(each.name)) as object).filter(isDefinition);
        return exported.map((definition) => ({ ...each, definition }));
      }),
  )
).flat();
