import { describe, expect, it } from '@jest/globals';
import { DemobiliseGrid } from '../grid/mobilisation-commands.ts';
import { fill } from './fill.ts';

const fields = { activationId: 'a-1', gridCode: '320113001001001', cause: 'stood-down' } as const;

describe('fill', () => {
  it('makes an instance of the class with its fields', () => {
    const command = fill(DemobiliseGrid, fields);
    expect(command).toBeInstanceOf(DemobiliseGrid);
    expect({ ...command }).toEqual(fields);
  });

  it('is refused by the compiler for what the class does not say', () => {
    const { activationId, gridCode } = fields;
    const wrong = [
      // @ts-expect-error a required field is missing
      fill(DemobiliseGrid, { activationId, gridCode }),
      // @ts-expect-error a field that the class does not know
      fill(DemobiliseGrid, { ...fields, level: 'I' }),
      // @ts-expect-error a value that the field does not take
      fill(DemobiliseGrid, { activationId, gridCode, cause: 'tired' }),
      // @ts-expect-error an unknown field, spread from elsewhere
      fill(DemobiliseGrid, { ...fields, ...{ hazard: 'flood' } }),
    ];
    for (const command of wrong) expect(command).toBeInstanceOf(DemobiliseGrid);
  });
});
