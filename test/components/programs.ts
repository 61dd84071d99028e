import { spawnSync } from 'node:child_process';
import { suiteNeeding } from './suite-needing.ts';

/** `describe` for suites that run programs of the system, such as curl. */
export const describeWithPrograms = (...names: readonly string[]): ReturnType<typeof suiteNeeding> => {
  const absent = names.filter((name) => spawnSync(name, ['--version']).error);
  return suiteNeeding(names.join(', '), absent.length > 0 ? { missing: `no ${absent.join(', ')} on the PATH` } : {});
};
