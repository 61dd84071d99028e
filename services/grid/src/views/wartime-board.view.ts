import { wartimeEventTypes } from '@panshi/contracts';
import { defineView } from '@panshi/read-model';
import { changed, entry } from './wartime-board.changes.ts';
import { type ActivationDocument, activationSchema } from './wartime-board.document.ts';

/** Every activation, asked for, on or over. */
export const wartimeBoard = defineView({
  name: 'wartime-board',
  version: 3,
  schema: activationSchema,
  from: wartimeEventTypes.filter((type) => type !== 'LegalBasisEntered'),
  keys: ({ data }) => [data.activationId],
  evolve: (document: ActivationDocument | undefined, event): ActivationDocument | undefined => {
    const next = changed(document, event);
    return next && { ...next, timeline: [...next.timeline, entry(event)] };
  },
});
