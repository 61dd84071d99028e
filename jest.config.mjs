import { propertySeed } from './test/support/property-seed.ts';

const seed = propertySeed();
if (process.env.PANSHI_SEED === 'random') console.error(`property seed ${seed}`);

/** One configuration for every tier; `npm run jest -- PATTERN` runs a part of it. */
export default {
  testMatch: [
    '<rootDir>/{libs,services}/*/src/**/*.spec.ts',
    '<rootDir>/test/{architecture,e2e,faults,bench,browser}/**/*.spec.ts',
  ],
  extensionsToTreatAsEsm: ['.ts'],
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@panshi/source', 'node', 'node-addons'] },
  testTimeout: 600_000,
  maxWorkers: 2,
  testSequencer: '<rootDir>/scripts/check/longest-first.mjs',
  cacheDirectory: '<rootDir>/.cache/jest',
  randomize: false,
  globals: { propertySeed: seed },
  setupFiles: ['<rootDir>/test/support/configure-properties.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
};
