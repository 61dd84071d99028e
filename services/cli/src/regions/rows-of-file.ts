import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { OperatorError } from '@panshi/kernel';
import { csvRows } from './csv-rows.ts';
import { geoJsonRows } from './geojson-rows.ts';
import type { RegionRow, Source } from './region-row.ts';

const readers: Readonly<Record<string, typeof csvRows>> = {
  '.csv': csvRows,
  '.json': geoJsonRows,
  '.geojson': geoJsonRows,
};

/** The regions of a file, by what its name ends with. @throws {OperatorError} where it cannot be read */
export const rowsOfFile = async (path: string, source: Source): Promise<readonly RegionRow[]> => {
  const read = readers[extname(path).toLowerCase()];
  if (!read) throw new OperatorError(`${path} is neither .csv nor .geojson or .json.`);
  const rows = read(await textOf(path), source);
  if (rows.length === 0) throw new OperatorError(`${path} holds no region.`);
  return rows;
};

const textOf = async (path: string): Promise<string> => {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(`${path} cannot be read (${error.code}).`);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new OperatorError(`${path} is not UTF-8 (GBK, perhaps): save it as UTF-8.`);
  }
};
