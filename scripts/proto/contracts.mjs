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

/** What every service's folder of contracts exports, so that a new one is found without being named. */
export const contracts = (folder) => {
  const files = serviceFolders(folder).flatMap((service) =>
    globSync(`${service}/**/*.ts`, { cwd: folder })
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
