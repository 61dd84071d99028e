import { swcOptions } from './scripts/swc.ts';
import { propertySeed } from './test/support/property-seed.ts';

const seed = propertySeed();
if (process.env.PANSHI_SEED === 'random') console.error(`property seed ${seed}`);
// Whoever runs a part of the tests draws by the same.
process.env.PANSHI_SEED = String(seed);

const setupFiles = ['<rootDir>/test/support/configure-properties.ts'];
const units = '<rootDir>/{libs,services}/*/src/**/';

/** Pure tests: in threads that load each module once, for all files (test/support/source-in-threads.mjs). */
const pure = {
  displayName: 'pure',
  testMatch: [`${units}!(*.int).spec.ts`],
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.cache/'],
  runner: 'jest-light-runner',
  setupFiles,
};

/** Tests of what is real: each file in a context of its own. */
const real = {
  displayName: 'real',
  testMatch: [`${units}*.int.spec.ts`, '<rootDir>/test/{architecture,e2e,faults,bench,browser}/**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.cache/'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@panshi/source', 'node', 'node-addons'] },
  cacheDirectory: '<rootDir>/.cache/jest',
  setupFiles,
  transform: {
    '\\.ts$': ['@swc/jest', swcOptions],
  },
};

/** `npm run jest -- PATTERN` runs a part of it. */
export default {
  projects: [pure, real],
  testTimeout: 600_000,
  maxWorkers: 2,
  testSequencer: '<rootDir>/scripts/check/longest-first.mjs',
  randomize: false,
};
