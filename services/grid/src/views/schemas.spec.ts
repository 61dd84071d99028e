import { describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { busyDistrict } from '../../test/district.ts';
import { gridBoard } from './grid-board.view.ts';
import { incidentBoard } from './incident-board.view.ts';
import { mobilisations } from './mobilisations.view.ts';
import { wartimeBoard } from './wartime-board.view.ts';

describe('the schemas of the views', () => {
  it.each([gridBoard, incidentBoard, wartimeBoard, mobilisations].map((view) => [view.name, view] as const))(
    'declare every field of the documents of %s',
    async (name, view) => {
      const Model = mongoose.model(name, view.schema);
      const world = await busyDistrict();
      const documents = [...world.documents(view as typeof gridBoard).values()];
      expect(documents.length).toBeGreaterThan(1);
      for (const document of documents) {
        const cast = new Model(document, undefined, { strict: 'throw' } as never);
        expect(cast.validateSync()).toBeUndefined();
        expect(cast.toObject()).toEqual(JSON.parse(JSON.stringify(document)));
      }
    },
  );
});
