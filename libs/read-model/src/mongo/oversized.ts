import { mongo } from 'mongoose';
import { DocumentTooLarge } from './document-too-large.ts';
import type { Stored } from './stored.ts';

/** What MongoDB holds in one document, in bytes. */
const mostBytes = 16 * 1024 * 1024;

/** Of documents that could not be written, says which one is too large; undefined where none is. */
export const oversized = (view: string, documents: readonly Stored[]): DocumentTooLarge | undefined => {
  for (const document of documents) {
    const bytes = mongo.BSON.calculateObjectSize(document, { ignoreUndefined: true });
    if (bytes > mostBytes)
      return new DocumentTooLarge(
        `document ${document._id} of view ${view} takes ${bytes} bytes, and MongoDB holds ${mostBytes}: ` +
          'let the view keep less in one document, and raise its version',
      );
  }
  return undefined;
};
