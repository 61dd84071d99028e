import { existsSync, readFileSync, readdirSync } from 'node:fs';

const folder = new URL('../services/', import.meta.url);

interface Manifest {
  readonly nx?: { readonly tags?: readonly string[] };
}

const isService = (name: string): boolean => {
  const manifest = new URL(`${name}/package.json`, folder);
  if (!existsSync(manifest)) return false;
  return (JSON.parse(readFileSync(manifest, 'utf8')) as Manifest).nx?.tags?.includes('layer:service') ?? false;
};

/** What runs as a process of its own, by the tags of the packages: a folder of services/ each. */
export const processes: readonly string[] = readdirSync(folder).filter(isService).toSorted();

/** The services behind the gateway. */
export const services: readonly string[] = processes.filter((name) => name !== 'gateway');
