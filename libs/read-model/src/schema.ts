import { createRequire } from 'node:module';
import type { Schema as MongooseSchema } from 'mongoose';

export type Schema = MongooseSchema;

/**
 * Mongoose's Schema, in which views say their fields and indexes, without the rest of Mongoose and its driver: they are
 * half a second of a process's start, and needed only where a MongoDB is.
 */
export const Schema = createRequire(import.meta.url)('mongoose/lib/schema.js') as typeof MongooseSchema;
