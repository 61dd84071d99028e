import { describe, expect, it } from '@jest/globals';
import { noCircleBetweenFolders } from './folder-circles.ts';
import { filesBelow, fixture } from './tree.ts';

const there = fixture('circle-there.ts');
const back = fixture('circle-back.ts');

describe('no circle between folders, by values or by types', () => {
  it('is in the tree', () => {
    const tree = [...filesBelow('libs'), ...filesBelow('services')];
    expect(noCircleBetweenFolders(tree)).toEqual([]);
  });

  it('is seen in its fixture, with every import that makes it', () => {
    expect(noCircleBetweenFolders([there, back])).toEqual([
      'libs/sample/src/lamps/lamp.ts imports libs/sample/src/bulbs/bulb.ts',
      'libs/sample/src/bulbs/shop.ts imports libs/sample/src/lamps/lamp.ts',
    ]);
    expect(noCircleBetweenFolders([there])).toEqual([]);
  });
});
