import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { UnusableKeys } from '../errors.ts';
import { placeFile } from './place-file.ts';

const keyBytes = 32;
const readableByOthers = 0o007;

/** @throws {UnusableKeys} */
export const decodeKey = (text: string, source: string): Buffer => {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== keyBytes) throw new UnusableKeys(`${source} must be ${keyBytes} bytes in base64`);
  return key;
};

/** The file the master key of a keys database is kept in, beside it. */
export const masterKeyFile = (database: string): string => `${database.replace(/\.db$/, '')}.master`;

/**
 * The master key that was given, or else the one in the file beside the database, which is created (0600) with the
 * first database only: a database whose file is lost must not silently get another key.
 */
export const masterKey = (database: string, given: string | undefined): Buffer => {
  if (given !== undefined) return decodeKey(given, 'PANSHI_MASTER_KEY');
  const file = masterKeyFile(database);
  if (!existsSync(file)) {
    if (existsSync(database))
      throw new UnusableKeys(
        `${file} is missing: restore it, or give PANSHI_MASTER_KEY; without it ${database} cannot be read`,
      );
    placeFile(file, (path) =>
      writeFileSync(path, `${randomBytes(keyBytes).toString('base64')}\n`, { mode: 0o600, flag: 'wx' }),
    );
  }
  if (process.platform !== 'win32' && statSync(file).mode & readableByOthers)
    throw new UnusableKeys(`${file} can be read by others: chmod 600 ${file}`);
  return decodeKey(readFileSync(file, 'utf8'), file);
};
