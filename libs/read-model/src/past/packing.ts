import type { DatabaseSync } from 'node:sqlite';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Layout } from '../sqlite/layout.ts';
import type { ViewDocument } from '../view.ts';

/** Documents that are looked for by nothing but their id are kept compressed. */
export const isPacked = ({ keys, generated, text }: Layout): boolean =>
  keys.length === 0 && generated.length === 0 && text === undefined;

/** A document as a snapshot of its view stores it. */
export const packed = (layout: Layout, document: ViewDocument): string | Uint8Array => {
  const json = JSON.stringify(document);
  return isPacked(layout) ? zstdCompressSync(json) : json;
};

/** SQL for the JSON of a stored document, on a connection that knows how to unpack. */
export const unpacked = (layout: Layout): string => (isPacked(layout) ? 'unpacked(document)' : 'document');

export const teachUnpacking = (db: DatabaseSync): void =>
  db.function('unpacked', { deterministic: true }, (stored) => zstdDecompressSync(stored as Uint8Array).toString());
