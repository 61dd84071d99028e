import { globSync } from 'node:fs';
import { dirname } from 'node:path';

const authority = 'authority/permissions.ts';
const notice = '// Generated from libs/contracts/src by scripts/generate.mjs. Do not edit.';

/** The folders of contracts that belong to a service: those that say what its permissions are. */
const serviceFolders = (folder) =>
  globSync(`*/${authority}`, { cwd: folder })
    .map((path) => dirname(dirname(path)))
    .filter((service) => service !== 'generated')
    .sort();

/** What the tables of choices and every service's folder of contracts export, so that a new one is found without being named. */
export const contracts = (folder) => {
  const files = ['choices', ...serviceFolders(folder)].flatMap((each) =>
    globSync(`${each}/**/*.ts`, { cwd: folder })
      .filter((path) => !path.endsWith('.spec.ts') && !path.endsWith(authority))
      .sort(),
  );
  return [notice, ...files.map((path) => `export * from '../${path}';`), ''].join('\n');
};

/** The permissions of all services, and what each role holds of them. */
export const permissions = (folder) => {
  const services = serviceFolders(folder);
  return [
    notice,
    ...services.map((service, i) => `import * as service${i} from '../../${service}/${authority}';`),
    '',
    `export const servicePermissions = { ${services.map((_, i) => `...service${i}.permissions`).join(', ')} };`,
    `export const serviceGrants = [${services.map((_, i) => `service${i}.grants`).join(', ')}];`,
    '',
  ].join('\n');
};

/** What each service refuses: all that its files of rejections export. */
export const rejections = (folder) => {
  const files = serviceFolders(folder).flatMap((service) =>
    globSync(`${service}/**/*rejections.ts`, { cwd: folder })
      .sort()
      .map((path) => ({ service, path })),
  );
  const tables = Map.groupBy(files.entries(), ([, { service }]) => service);
  return [
    notice,
    `import type { Wordings } from '@panshi/kernel';`,
    ...files.map(({ path }, i) => `import * as table${i} from '../${path}';`),
    '',
    'const all = (...files: readonly Readonly<Record<string, Wordings>>[]): Wordings =>',
    '  Object.assign({}, ...files.flatMap((tables) => Object.values(tables)));',
    '',
    'export const serviceRejections: Readonly<Record<string, Wordings>> = {',
    ...[...tables].map(([service, ofIt]) => `  ${service}: all(${ofIt.map(([i]) => `table${i}`).join(', ')}),`),
    '};',
    '',
  ].join('\n');
};
