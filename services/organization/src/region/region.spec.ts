import { describe, it } from '@jest/globals';
import type { RegionEvent } from '@panshi/contracts';
import { scenario } from '@panshi/testing';
import { redrawRegion, registerRegion, renameRegion } from './region.decisions.ts';
import { regionFold } from './region.ts';

const region = scenario(regionFold);
const regionCode = '320113001';
const square = [
  { lon: 118.9, lat: 32.1 },
  { lon: 119, lat: 32.1 },
  { lon: 119, lat: 32.2 },
  { lon: 118.9, lat: 32.2 },
];
const clockwise = [...square].reverse();
const swapped = square.map(({ lon, lat }) => ({ lon: lat, lat: 90 - lon / 2 }));
const source = { codeSystem: '统计用区划代码', edition: '2023' };
const street = { regionCode, name: '尧化街道', level: 'street', ...source } as const;
const facts = { around: '320113', known: true, box: { west: 118.7, south: 32, east: 119.3, north: 32.3 } };
const registered: RegionEvent = { type: 'RegionRegistered', data: { ...street, ring: square } };

describe('registering a region', () => {
  it('records it with its outline in the normal form, however it was drawn', () =>
    region
      .given()
      .when(registerRegion, { ...street, ring: clockwise }, { facts })
      .then(registered));

  it('records it where no outline is known, and where none is known of what is around', () => {
    const bare: RegionEvent = { type: 'RegionRegistered', data: { ...street, ring: [] } };
    region.given().when(registerRegion, street, { facts }).then(bare);
    const around = { around: '320113', known: true };
    region
      .given()
      .when(registerRegion, { ...street, ring: square }, { facts: around })
      .then(registered);
  });

  it('takes a district with nothing around it', () => {
    const district = { ...street, regionCode: '320113', name: '栖霞区', level: 'district' } as const;
    region
      .given()
      .when(registerRegion, district, { facts: { known: false } })
      .then({ type: 'RegionRegistered', data: { ...district, ring: [] } });
  });

  it('is refused a second time', () =>
    region.given(registered).when(registerRegion, street, { facts }).thenRejected('region.exists', { regionCode }));

  it.each([
    ['320113001000', 'street'],
    ['320113001000', 'community'],
    ['320113001', 'community'],
    ['320113001001001', 'community'],
  ] as const)('is refused for %s as a %s', (code, level) =>
    region
      .given()
      .when(registerRegion, { ...street, regionCode: code, level }, { facts })
      .thenRejected('region.level-differs', { regionCode: code, level }),
  );

  it('is refused for what is registered as another level too, which nothing may take for a new name', () =>
    region
      .given(registered)
      .when(registerRegion, { ...street, name: '甲乙丙社区', level: 'community' }, { facts })
      .thenRejected('region.level-differs', { regionCode, level: 'community' }));

  it('is refused before the region around it', () =>
    region
      .given()
      .when(registerRegion, street, { facts: { around: '320113', known: false } })
      .thenRejected('region.around-unknown', { around: '320113' }));

  it('is refused where it lies nowhere near what is around it', () =>
    region
      .given()
      .when(registerRegion, { ...street, ring: swapped }, { facts })
      .thenRejected('region.lies-elsewhere', { around: '320113' }));

  it('is refused with an outline that is none', () =>
    region
      .given()
      .when(registerRegion, { ...street, ring: [square[0]!, square[2]!, square[1]!, square[3]!] }, { facts })
      .thenRejected('region.bad-ring', { problem: 'self-crossing' }));
});

describe('renaming a region', () => {
  const command = { regionCode, ...source, name: '尧化门街道', edition: '2024' };

  it('records the new name, what it was, and where it is from', () =>
    region
      .given(registered)
      .when(renameRegion, command)
      .then({ type: 'RegionRenamed', data: { ...command, previousName: '尧化街道' } }));

  it('does nothing where it is called so', () =>
    region
      .given(registered)
      .when(renameRegion, { ...command, name: '尧化街道' })
      .then());

  it('goes on from the last name', () =>
    region
      .given(registered, { type: 'RegionRenamed', data: { ...command, previousName: '尧化街道' } })
      .when(renameRegion, { ...command, name: '尧化街道' })
      .thenLike({ type: 'RegionRenamed', data: { previousName: '尧化门街道' } }));

  it('is refused for one that is unknown', () =>
    region.given().when(renameRegion, command).thenRejected('region.unknown', { regionCode }));
});

describe('redrawing a region', () => {
  const larger = [...square.slice(0, 3), { lon: 118.8, lat: 32.2 }];
  const redrawn: RegionEvent = {
    type: 'RegionRedrawn',
    data: { regionCode, ring: [larger[3]!, ...larger.slice(0, 3)] },
  };

  it('records the outline in its normal form', () =>
    region.given(registered).when(redrawRegion, { regionCode, ring: larger }, { facts }).then(redrawn));

  it('does nothing where it is drawn so, wherever one begins and whichever way round', () => {
    region.given(registered).when(redrawRegion, { regionCode, ring: clockwise }, { facts }).then();
    region.given(registered, redrawn).when(redrawRegion, { regionCode, ring: larger }, { facts }).then();
  });

  it('is refused elsewhere, and for one that is unknown', () => {
    const command = { regionCode, ring: swapped };
    region.given(registered).when(redrawRegion, command, { facts }).thenRejected('region.lies-elsewhere');
    region.given().when(redrawRegion, command, { facts }).thenRejected('region.unknown', { regionCode });
  });
});
