import { ValidateBy } from 'class-validator';

/** Where a store is: a SQLite file, or a server by its URL. */
export type StoreAddress = { readonly path: string } | { readonly url: string };

/** `sqlite:PATH`, or the URL of a server. */
const servers = {
  kurrentdb: { pattern: /^(?:kurrentdb|esdb)(?:\+discover)?:\/\/./, example: 'kurrentdb://HOST:PORT' },
  mongodb: { pattern: /^mongodb(?:\+srv)?:\/\/./, example: 'mongodb://HOST:PORT' },
} as const;

export const IsStoreUrl = (server: keyof typeof servers): PropertyDecorator =>
  ValidateBy({
    name: 'isStoreUrl',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'string' && (/^sqlite:./.test(value) || servers[server].pattern.test(value)),
      defaultMessage: (args) => `${args?.property} must be sqlite:PATH or ${servers[server].example}`,
    },
  });

/** Where a valid URL of a store points. */
export const storeAddress = (url: string): StoreAddress =>
  url.startsWith('sqlite:') ? { path: url.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '') } : { url };
