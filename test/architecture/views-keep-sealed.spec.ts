import { describe, expect, it } from '@jest/globals';
import { isSealed, isSealedRef } from '@panshi/contracts';
import { defineView, type ViewDefinition, type ViewDocument } from '@panshi/read-model';
import { foldInto, type Recorded } from '@panshi/testing/in-memory';
import { join } from 'node:path';
import { root, services } from './workspace.ts';

const secret = 'what a person has said';

/** Replaces what is sealed by what can be found again. */
const marked = (_: string, value: unknown): unknown => (isSealed(value) ? { ...value, ciphertext: secret } : value);

const logOf = async (folder: string): Promise<readonly Recorded[]> => {
  const { busyWorld } = (await import(join(root, folder, 'test/busy-world.ts'))) as {
    busyWorld: () => Promise<{ readonly log: readonly Recorded[] }>;
  };
  return JSON.parse(JSON.stringify((await busyWorld()).log), (key, value) => marked(key, value)) as Recorded[];
};

/** Documents in which something personal stands elsewhere than in a sealed value that knows where it was recorded. */
const tellTales = (view: ViewDefinition, log: readonly Recorded[]): readonly string[] => {
  const documents = new Map<string, ViewDocument>();
  foldInto(documents, view, log);
  const without = (_: string, value: unknown): unknown => (isSealedRef(value) ? undefined : value);
  return [...documents.values()].map((each) => JSON.stringify(each, without)).filter((each) => each.includes(secret));
};

// Snapshots of the past keep documents as they were: an erasure need not purge them only where they hold no clear text.
describe.each(services)('the views of $name', ({ folder, definition: { views } }) => {
  const log = logOf(folder);

  it.each(views.map((view) => [view.name, view] as const))('%s keeps sealed what is personal', async (_, view) => {
    expect(tellTales(view, await log)).toEqual([]);
  });

  it('are shown something personal, and one that kept it in clear would be seen', async () => {
    const types = [...new Set((await log).map(({ type }) => type))];
    const talkative = defineView<ViewDocument & { readonly told: string }, never>({
      ...(views[0] as unknown as ViewDefinition<ViewDocument & { readonly told: string }>),
      from: types as never[],
      keys: ({ id }: Recorded) => [id],
      evolve: (_, { data }: Recorded, _id) => ({ _id, told: JSON.stringify(Object.values(data)) }),
    });
    expect(tellTales(talkative as unknown as ViewDefinition, await log)).not.toEqual([]);
  });
});
