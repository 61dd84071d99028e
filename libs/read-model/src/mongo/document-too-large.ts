import { mongo } from 'mongoose';
import type { Stored } from './stored.ts';

/** What MongoDB holds in one document, in bytes. */
const mostBytes = 16 * 1024 * 1024;

/** A document outgrew what MongoDB holds: the view must keep less in one, as a new version of it. */
export class DocumentTooLarge extends Error {
  override readonly name = 'DocumentTooLarge';
  readonly code = 'view.document-too-large';
}

/** Where a write failed because of it, names the document that is too large. */
export const tooLarge = (view: string, documents: readonly Stored[]): DocumentTooLarge | undefined => {
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
