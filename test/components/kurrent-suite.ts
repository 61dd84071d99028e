import { kurrentMissing } from './kurrentdb.ts';
import { suiteNeeding } from './suite-needing.ts';

export const describeWithKurrent = suiteNeeding(
  'KurrentDB',
  kurrentMissing === undefined ? {} : { missing: kurrentMissing },
  'optional',
);
