import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

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

/** What runs as a process of its own, by the name of its folder: the gateway, and the services behind it. */
export const processes: readonly string[] = packages
  .filter(({ layer }) => layer === 'service')
  .map(({ folder }) => basename(folder))
  .toSorted();

/** The services behind the gateway. */
export const services: readonly string[] = processes.filter((name) => name !== 'gateway');
