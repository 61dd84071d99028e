import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ServiceDefinition } from '@panshi/service-kit';

/** The checkout. */
export const root = resolve(import.meta.dirname, '../..');

/** A package of the workspace, as its `package.json` tells of it. */
export interface Package {
  /** `libs/kernel`, `services/grid`. */
  readonly folder: string;
  /** `@panshi/grid`. */
  readonly name: string;
  /** Its `layer:` tag, which Nx's module boundaries go by, too: `service`, `port`, `composition` … */
  readonly layer: string;
}

interface Manifest {
  readonly name: string;
  readonly nx: { readonly tags: readonly string[] };
}

const packageIn = (manifest: string): Package => {
  const { name, nx } = JSON.parse(readFileSync(join(root, manifest), 'utf8')) as Manifest;
  const layer = nx.tags.find((tag) => tag.startsWith('layer:'))?.slice('layer:'.length);
  if (layer === undefined) throw new Error(`${manifest} has no layer: among its nx tags`);
  return { folder: dirname(manifest), name, layer };
};

/** Every package of the workspace. */
export const packages: readonly Package[] = globSync('{libs,services}/*/package.json', { cwd: root }).map(packageIn);

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
