import { describe, expect, it } from '@jest/globals';
import type { ViewDefinition, ViewDocument } from '@panshi/read-model';
import { models, model } from 'mongoose';
import { join } from 'node:path';
import { root, services } from './workspace.ts';

interface BusyWorld {
  documents(view: ViewDefinition): ReadonlyMap<string, ViewDocument>;
}

/** What a service shows of itself: `test/busy-world.ts`, after something of every kind has happened. */
const worldOf = async (folder: string): Promise<BusyWorld> => {
  const { busyWorld } = (await import(join(root, folder, 'test/busy-world.ts'))) as {
    busyWorld: () => Promise<BusyWorld>;
  };
  return busyWorld();
};

/** What is wrong with a document by the schema of its view: a field that it does not declare, or another type of value. */
const faultOf = ({ name, schema }: ViewDefinition, document: object): unknown => {
  const Model = models[name] ?? model(name, schema);
  try {
    const cast = new Model(document, undefined, { strict: 'throw' } as never);
    expect(cast.toObject()).toEqual(JSON.parse(JSON.stringify(document)));
    return cast.validateSync();
  } catch (fault) {
    return fault;
  }
};

describe.each(services)('the views of $name', ({ folder, definition: { views } }) => {
  const world = worldOf(folder);

  it.each(views.map((view) => [view.name, view] as const))('%s declares every field it keeps', async (_, view) => {
    const documents = [...(await world).documents(view).values()];
    expect(documents).not.toEqual([]);
    expect(documents.map((document) => faultOf(view, document)).filter(Boolean)).toEqual([]);
  });
});

it('a field that is not declared would be seen', () => {
  const [view] = services[0]!.definition.views;
  expect(faultOf(view!, { _id: 'x', undeclared: 1 })).toBeInstanceOf(Error);
});
