import { describe, expect, it } from '@jest/globals';
import { fill } from './fill.ts';

class ReleaseGrid {
  gridCode!: string;
  cause!: 'stood-down' | 'out-of-scope';
  note?: string;
}

const fields = { gridCode: '320113001001001', cause: 'stood-down' } as const;

describe('fill', () => {
  it('makes an instance of the class with its fields', () => {
    const command = fill(ReleaseGrid, fields);
    expect(command).toBeInstanceOf(ReleaseGrid);
    expect(command).toEqual(expect.objectContaining(fields));
  });

  it('is refused by the compiler for what the class does not say', () => {
    const { gridCode } = fields;
    const wrong = [
      // @ts-expect-error a required field is missing
      fill(ReleaseGrid, { gridCode }),
      // @ts-expect-error a field that the class does not know
      fill(ReleaseGrid, { ...fields, level: 'I' }),
      // @ts-expect-error a value that the field does not take
      fill(ReleaseGrid, { gridCode, cause: 'tired' }),
      // @ts-expect-error an unknown field, spread from elsewhere
      fill(ReleaseGrid, { ...fields, ...{ hazard: 'flood' } }),
    ];
    for (const command of wrong) expect(command).toBeInstanceOf(ReleaseGrid);
  });
});
