import { found } from './mongo.ts';
import { suiteNeeding } from './suite-needing.ts';

export const describeWithMongo = suiteNeeding('a MongoDB server', found);
