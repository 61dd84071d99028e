import { canonicalJson } from '@panshi/event-store';
import type { mongo } from 'mongoose';
import { createHash } from 'node:crypto';
import { ownFields, notDeleted, type Stored } from './stored.ts';

/** SHA-256 over all documents in order of id, in canonical form. */
export const hashOf = async (documents: mongo.Collection<Stored>): Promise<string> => {
  const hash = createHash('sha256');
  const inOrder = documents.find(notDeleted, { projection: ownFields }).sort({ _id: 1 });
  for await (const document of inOrder) hash.update(`${canonicalJson(document)}\n`);
  return hash.digest('hex');
};
