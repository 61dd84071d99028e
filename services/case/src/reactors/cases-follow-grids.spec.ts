import { beforeEach, describe, expect, it } from '@jest/globals';
import { LinkDuplicateCase, UnlinkDuplicateCase, WithdrawCase } from '@panshi/contracts';
import type { DomainEvent } from '@panshi/kernel';
import fc from 'fast-check';
import { district, filed, report } from '../../test/district.ts';
import { at, command, officer } from '../../test/names.ts';
import { communityCode, gridAt, placeAt, strip, Strips, stripStep } from '../../test/strips.ts';
import { activate, changeScope } from '../../test/wartime.ts';
import type { World } from '../../test/world.ts';
import type { CaseDocument } from '../views/case-board.document.ts';
import { caseBoard } from '../views/case-board.view.ts';
import { caseFile } from '../views/case-file.view.ts';
import { caseRates } from '../views/case-rates.view.ts';

const grids = `community-grids-${communityCode}`;
const parts = [
  { gridCode: gridAt(2), ring: strip(0, 400), members: [] },
  { gridCode: gridAt(3), ring: strip(400, 1000), members: [] },
];
const split: DomainEvent = { type: 'GridSplit', data: { communityCode, gridCode: gridAt(1), parts } };

describe('cases of a grid whose borders change', () => {
  let world: World;
  const of = (caseId: string): CaseDocument => world.documents(caseBoard).get(caseId)!;
  const happens = async (event: DomainEvent): Promise<void> => {
    world.record(grids, event);
    await world.settle();
  };
  const inGrid = (x: number, gridCode = gridAt(1)) => ({ gridCode, location: placeAt(x) });
  beforeEach(async () => {
    world = await district();
    world.record(grids, new Strips().begun);
    await filed(world, 'west', inGrid(100));
    await report(world, 'east', inGrid(700));
  });

  it('go to the part that holds their place when it is split', async () => {
    await happens(split);
    expect([of('west').gridCode, of('east').gridCode]).toEqual([gridAt(2), gridAt(3)]);
    expect(world.documents(caseFile).get('west')?.steps.at(-1)).toMatchObject({
      type: 'CaseMovedToGrid',
      gridCode: gridAt(2),
      reason: 'split',
    });
  });

  it('go there when they are unlinked, if they were duplicates when it was split', async () => {
    await world.execute(command(LinkDuplicateCase, { caseId: 'west', duplicateOf: 'east' }), officer);
    await happens(split);
    await world.execute(command(UnlinkDuplicateCase, { caseId: 'west' }), officer);
    await world.settle();
    expect(of('west')).toMatchObject({ stage: 'filed', gridCode: gridAt(2) });
  });

  it('go to the one grid that comes of a merger', async () => {
    await happens(split);
    const merged = { gridCode: gridAt(4), ring: strip(0, 1000), members: [] };
    await happens({ type: 'GridsMerged', data: { communityCode, gridCodes: [gridAt(2), gridAt(3)], merged } });
    expect([of('west').gridCode, of('east').gridCode]).toEqual([gridAt(4), gridAt(4)]);
  });

  it('go where a border has moved over them, and only those', async () => {
    await happens(split);
    const redrawn = [
      { gridCode: gridAt(2), ring: strip(0, 50) },
      { gridCode: gridAt(3), ring: strip(50, 1000) },
    ];
    await happens({ type: 'GridsRedrawn', data: { communityCode, grids: redrawn } });
    expect([of('west').gridCode, of('east').gridCode]).toEqual([gridAt(3), gridAt(3)]);
    expect(world.log.filter(({ type }) => type === 'CaseMovedToGrid')).toHaveLength(3);
  });

  it('go to whoever takes the ground of a retired grid over', async () => {
    await happens(split);
    const successor = { gridCode: gridAt(3), ring: strip(0, 1000) };
    await happens({ type: 'GridRetired', data: { communityCode, gridCode: gridAt(2), reason: '调整', successor } });
    expect(of('west').gridCode).toBe(gridAt(3));
  });

  it('stay with the code they ended under once they have ended', async () => {
    await world.execute(command(WithdrawCase, { caseId: 'west', reason: 'moot' }), officer);
    await happens(split);
    expect([of('west').gridCode, of('east').gridCode]).toEqual([gridAt(1), gridAt(3)]);
  });

  it('follow also where they were opened with a code that was just replaced', async () => {
    await happens(split);
    await report(world, 'late', inGrid(650));
    expect(of('late').gridCode).toBe(gridAt(3));
  });

  it('go to the nearest grid where no grid holds their place', async () => {
    await report(world, 'outside', inGrid(1400));
    await happens(split);
    expect(of('outside').gridCode).toBe(gridAt(3));
  });

  it('change nothing in the figures', async () => {
    await world.until(at('2026-03-06T09:00'));
    const before = structuredClone([...world.documents(caseRates).values()]);
    expect(before).not.toEqual([]);
    await happens(split);
    expect([...world.documents(caseRates).values()]).toEqual(before);
  });

  it('keep the deadline of an activation whose scope named their grid', async () => {
    await activate(world, 'flood', [gridAt(1)]);
    const { deadline, modifiers } = of('west');
    expect(modifiers).toEqual(['flood']);
    world.now = at('2026-03-02T10:00');
    await happens(split);
    const scope = [gridAt(1), gridAt(2), gridAt(3)];
    await changeScope(world, 'flood', { scope, added: scope.slice(1), removed: [], cause: 'grids-replaced' });
    expect(of('west')).toMatchObject({ gridCode: gridAt(2), deadline, modifiers });
  });

  it('leave a scope, or come into one, when a border moves over them', async () => {
    await happens(split);
    await activate(world, 'flood', [gridAt(3)]);
    expect(of('west').modifiers).toEqual([]);
    const border = (x: number): DomainEvent => ({
      type: 'GridsRedrawn',
      data: {
        communityCode,
        grids: [
          { gridCode: gridAt(2), ring: strip(0, x) },
          { gridCode: gridAt(3), ring: strip(x, 1000) },
        ],
      },
    });
    await happens(border(50));
    expect(of('west').modifiers).toEqual(['flood']);
    await happens(border(400));
    expect(of('west')).toMatchObject({ gridCode: gridAt(2), modifiers: [], deadline: at('2026-03-02T14:30') });
  });

  it('each lie in the one grid that holds their place, whatever becomes of the grids', async () => {
    const places = fc.array(fc.nat(999), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(places, fc.array(stripStep, { maxLength: 8 }), fc.boolean(), async (xs, steps, atOnce) => {
        world = await district();
        const strips = new Strips();
        world.record(grids, strips.begun);
        for (const [i, x] of xs.entries()) await report(world, `case-${i}`, inGrid(x));
        for (const event of steps.map((step) => strips.take(step))) {
          if (event) world.record(grids, event);
          if (!atOnce) await world.settle();
        }
        await world.settle();
        const holders = xs.map((x) => strips.now.find(({ west, east }) => west <= x && x < east)?.gridCode);
        expect(xs.map((_, i) => of(`case-${i}`).gridCode)).toEqual(holders);
        const length = world.log.length;
        await world.settle();
        expect(world.log).toHaveLength(length);
      }),
      { numRuns: 40 },
    );
  });
});
