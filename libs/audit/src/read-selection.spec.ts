import { describe, expect, it } from '@jest/globals';
import { readSelection } from './read-selection.ts';

const id = '01890000-0000-7000-8000-000000000001';

describe('what is asked of history', () => {
  it.each([
    ['stream', { stream: '__proto__' }],
    ['stream', { stream: 'constructor' }],
    ['stream', { stream: 'nothing-320113' }],
    ['stream', { stream: 'case-x' }],
    ['stream', { stream: `case-${id.slice(1)}` }],
    ['stream', { stream: 'wartime-32011' }],
    ['stream', { stream: `mobilisation-${id}` }],
    ['stream', { stream: 'account-' }],
    ['case', { case: 'x' }],
    ['case', { case: id.slice(1) }],
    ['from', { from: '2026-03-02', to: '2026-03-01' }],
    ['from', { from: '2026-03-01T08:00:00.001Z', to: '2026-03-01T08:00:00Z' }],
  ])('is refused by the name of the field %s: %j', (field, sent) => {
    const read = readSelection(sent) as { refused: readonly object[] };
    expect(read.refused).toEqual([expect.objectContaining({ field, title: expect.anything() })]);
  });

  it.each([
    { stream: `case-${id}` },
    { stream: `mobilisation-${id}-320113001001001` },
    { stream: 'wartime-320113' },
    { stream: 'community-grids-320113001001' },
    { stream: 'account-demo-case' },
    { case: id },
    { from: '2026-03-01', to: '2026-03-01' },
    {},
  ])('is taken though nothing may be recorded of it: %j', (sent) =>
    expect(readSelection(sent)).toHaveProperty('selection'),
  );

  it('is read as it is meant: a day whole, an id in small letters, types one by one', () =>
    expect(
      readSelection({ from: '2026-03-01', to: '2026-03-01', case: id.toUpperCase(), type: 'CaseOpened,CaseClosed' }),
    ).toEqual({
      selection: {
        from: '2026-02-28T16:00:00.000Z',
        to: '2026-03-01T15:59:59.999Z',
        caseId: id,
        types: ['CaseOpened', 'CaseClosed'],
      },
    }));
});
