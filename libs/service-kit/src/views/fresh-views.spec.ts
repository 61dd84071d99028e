import { describe, expect, it } from '@jest/globals';
import type { ViewReader } from '@panshi/read-model';
import { lampBoard } from '../../test/sample/sample.definition.ts';
import { AppendedTypes } from '../models/appended-types.ts';
import type { LiveViews } from './readable-views.ts';
import { freshViews } from './fresh-views.ts';

describe('a view read for a decision’s facts', () => {
  it('has passed what this process appended for it, and waits for nothing else', async () => {
    const said: unknown[] = [];
    const live: LiveViews = {
      of: () =>
        ({
          get: async (id: string) => void said.push(`get ${id}`),
          find: async () => void said.push('find'),
          count: async () => void said.push('count'),
        }) as unknown as ViewReader<never>,
      whenPassed: async (names, after, deadline) => {
        said.push([...names, after, deadline]);
        return '';
      },
    };
    const appended = new AppendedTypes();
    const lamps = freshViews(live, appended, 99).of(lampBoard);
    await lamps.get('lamp-1');
    appended.note(['CaseOpened'], '0000000000000008');
    appended.note(['LampBroken'], '0000000000000007');
    await lamps.find();
    await lamps.count();
    expect(said).toEqual([
      ['lamp-board', undefined, 99],
      'get lamp-1',
      ['lamp-board', '0000000000000007', 99],
      'find',
      ['lamp-board', '0000000000000007', 99],
      'count',
    ]);
  });
});
