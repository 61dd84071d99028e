import { join } from 'node:path';
import { OperatorError, type Provenance } from '@panshi/kernel';
import { type NatsAddress, natsAddress } from '@panshi/messaging';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Environment } from './environment.ts';

/** Where a store is: a SQLite file, or a server by its URL. */
export type StoreAddress = { readonly path: string } | { readonly url: string };

/** What the environment says, checked and complete. */
export interface Settings {
  /** Folder of the pictures, and of every database whose own variable is unset. */
  readonly data: string;
  readonly events: StoreAddress;
  readonly views: StoreAddress;
  readonly keys: StoreAddress;
  /** 32 bytes in base64; absent: the key file beside the keys, which then are a file too. */
  readonly masterKey?: string | undefined;
  /** The broker; absent: messages go in-process. */
  readonly nats?: NatsAddress | undefined;
  /** What new events are marked as. */
  readonly provenance: Provenance;
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  /** Requests one account may make in a minute; more are answered 429. */
  readonly requestsPerMinute: number;
}

/** The environment is wrong: `problems` name each variable and what is allowed. */
export class BadSettings extends OperatorError {
  override readonly name = 'BadSettings';

  constructor(readonly problems: readonly string[]) {
    super(`Settings that are wrong:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

/**
 * `@Inject(SETTINGS) settings: Settings`. They are read before there is a Nest application, since what they name is looked
 * at first; so @nestjs/config, which reads them inside of one, has nothing left to do.
 */
export const SETTINGS = Symbol('Settings');

type Variables = Readonly<Record<string, string | undefined>>;

/** Reads the settings; an empty variable is as an unset one. @throws {BadSettings} */
export const readSettings = (variables: Variables): Settings => {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== '' && value !== undefined));
  const environment = plainToInstance(Environment, set);
  const wrong = validateSync(environment, { stopAtFirstError: true });
  if (wrong.length > 0) throw new BadSettings(wrong.flatMap(({ constraints }) => Object.values(constraints ?? {})));
  const { PANSHI_DATA: data, PANSHI_NATS, PANSHI_MASTER_KEY } = environment;
  const keys = storeAddress(environment.PANSHI_KEYS, join(data, 'keys.db'));
  if ('url' in keys && PANSHI_MASTER_KEY === undefined)
    throw new BadSettings(['PANSHI_MASTER_KEY must be set (32 bytes in base64) where PANSHI_KEYS is a server']);
  return {
    data,
    events: storeAddress(environment.PANSHI_EVENTS, join(data, 'events.db')),
    views: storeAddress(environment.PANSHI_VIEWS, join(data, 'views.db')),
    keys,
    masterKey: PANSHI_MASTER_KEY,
    nats: PANSHI_NATS === undefined ? undefined : natsAddress(PANSHI_NATS),
    provenance: environment.PANSHI_PROVENANCE,
    host: environment.HOST,
    port: environment.PORT,
    logLevel: environment.LOG_LEVEL,
    requestsPerMinute: environment.PANSHI_REQUESTS_PER_MINUTE,
  };
};

const storeAddress = (url: string | undefined, file: string): StoreAddress => {
  if (url === undefined) return { path: file };
  return url.startsWith('sqlite:') ? { path: url.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '') } : { url };
};
