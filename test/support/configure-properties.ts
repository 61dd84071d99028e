import fc from 'fast-check';
import { propertySeed } from './property-seed.ts';

/** Runs before tests: fast-check keeps its configuration in its own module. */
fc.configureGlobal({ seed: propertySeed() });
