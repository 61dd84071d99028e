import fc from 'fast-check';

/** Runs before each test file: fast-check keeps its configuration in its own module, which jest loads anew for each. */
fc.configureGlobal({ seed: Reflect.get(globalThis, 'propertySeed') as number });
