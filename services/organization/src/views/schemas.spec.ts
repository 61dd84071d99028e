import { describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { smallDistrict } from '../../test/district.ts';
import { organization } from '../organization.definition.ts';

describe('the schemas of the views', () => {
  it.each(organization.views.map((view) => [view.name, view] as const))(
    'declare every field of the documents of %s',
    (name, view) => {
      const Model = mongoose.model(name, view.schema);
      const documents = [...smallDistrict().documents(view).values()];
      expect(documents.length).toBeGreaterThan(0);
      for (const document of documents) {
        const cast = new Model(document, undefined, { strict: 'throw' } as never);
        expect(cast.toObject()).toEqual(JSON.parse(JSON.stringify(document)));
      }
    },
  );
});
