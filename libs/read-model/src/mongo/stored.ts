import type { Position } from '@panshi/event-store';
import type { mongo } from 'mongoose';
import { runsOf, termsOf } from '../terms.ts';
import type { ViewDefinition, ViewDocument } from '../view.ts';
import type { SeenDocument } from '../view-store.ts';

/** A document as a collection holds it: its own fields, and ours, which all begin with an underscore. */
export interface Stored {
  readonly _id: string;
  readonly _seen: Position;
  /** A tombstone: when it was written, in milliseconds since the epoch. */
  readonly _gone?: number;
  /** Chinese bigrams and words of the document's text. */
  readonly _terms?: readonly string[];
  /** Its runs, to tell terms that follow each other from terms that do not. */
  readonly _text?: string;
}

/** Leaves a document's own fields. */
export const ownFields = { _seen: 0, _gone: 0, _terms: 0, _text: 0 } as const;

export const reserved: readonly string[] = Object.keys(ownFields);

/** Documents that are there: null also stands for a field that is absent. */
export const notDeleted: mongo.Document = { _gone: null };

const searchable = (text: string): Pick<Stored, '_terms' | '_text'> => ({
  _terms: [...new Set(termsOf(text))],
  _text: runsOf(text)
    .map((run) => run.text)
    .join(' '),
});

export const toStored = <Doc extends ViewDocument>(
  view: Pick<ViewDefinition<Doc>, 'text'>,
  { id, seen, document }: SeenDocument<Doc>,
  now: number,
): Stored => {
  if (document === undefined) return { _id: id, _seen: seen, _gone: now };
  return { ...document, _id: id, _seen: seen, ...(view.text && searchable(view.text(document))) };
};

export const fromStored = <Doc extends ViewDocument>(stored: Stored): SeenDocument<Doc> => {
  const { _seen: seen, _gone, _terms, _text, ...document } = stored;
  return { id: stored._id, seen, document: _gone === undefined ? (document as unknown as Doc) : undefined };
};
