import '../session/sign-in.ts';
// @ts-expect-error the package has no types for its metadata, which nested classes need
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';

/** A JSON schema as OpenAPI has it. */
export type Schema = Record<string, unknown>;

/** Every class with `class-validator` decorators as a schema: what is checked is what is documented. */
export const validatedSchemas = (): Record<string, Schema> =>
  validationMetadatasToSchemas({
    classTransformerMetadataStorage: defaultMetadataStorage,
    refPointerPrefix: '#/components/schemas/',
  }) as Record<string, Schema>;

/** Shapes of the gateway's own answers. */
export const answerSchemas: Record<string, Schema> = {
  CommandReceipt: {
    type: 'object',
    required: ['commandId', 'stream', 'version', 'position', 'events'],
    properties: {
      commandId: { type: 'string', format: 'uuid' },
      stream: { type: 'string' },
      version: { type: 'integer', description: 'Version of the stream: also the ETag' },
      position: { type: 'string', description: 'Place in the log: give it as `after` to read your own write' },
      events: { type: 'integer', description: 'Events recorded; 0 when there was nothing to do' },
      id: { type: 'string', description: 'Id of what was created' },
    },
  },
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'detail', 'code', 'instance'],
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
      code: { type: 'string' },
      params: { type: 'object' },
      instance: { type: 'string' },
      errors: {
        type: 'array',
        items: {
          type: 'object',
          properties: { field: { type: 'string' }, rule: { type: 'string' }, message: { type: 'string' } },
        },
      },
    },
  },
};
