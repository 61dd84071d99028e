import type { DomainEvent, Point, Ring } from '@panshi/kernel';
import fc from 'fast-check';

/** A community as a row of grids from west to east, each as wide as its borders say. */
export const communityCode = '320113001001';
export const gridAt = (sequence: number): string => `${communityCode}${String(sequence).padStart(3, '0')}`;

/** A place so many micro-degrees east of the community's western end. */
export const placeAt = (x: number): Point => ({ lon: (118_900_000 + x) / 1e6, lat: 32.1 });

export const strip = (west: number, east: number): Ring =>
  [
    [west, -500],
    [east, -500],
    [east, 500],
    [west, 500],
  ].map(([x, y]) => ({ lon: (118_900_000 + x!) / 1e6, lat: (32_100_000 + y!) / 1e6 }));

interface Strip {
  readonly gridCode: string;
  readonly west: number;
  readonly east: number;
}

/** A change of borders, in numbers that pick grids and cuts from what there is. */
export interface StripStep {
  readonly act: 'split' | 'merge' | 'redraw' | 'retire';
  readonly which: number;
  readonly cut: number;
}

export const stripStep: fc.Arbitrary<StripStep> = fc.record({
  act: fc.constantFrom('split', 'merge', 'redraw', 'retire'),
  which: fc.nat(20),
  cut: fc.integer({ min: 1, max: 99 }),
});

/** Which grids there are, and the events by which they change. */
export class Strips {
  #strips: readonly Strip[] = [{ gridCode: gridAt(1), west: 0, east: 1000 }];
  #last = 1;

  get now(): readonly Strip[] {
    return this.#strips;
  }

  get begun(): DomainEvent {
    const [{ gridCode, west, east }] = this.#strips as [Strip];
    const what = { gridCode, communityCode, name: '网格', kind: 'comprehensive' };
    return { type: 'GridDelineated', data: { ...what, ring: strip(west, east) } };
  }

  /** The event of a step; undefined where it makes no sense. */
  take({ act, which, cut }: StripStep): DomainEvent | undefined {
    const i = which % this.#strips.length;
    const [first, second] = [this.#strips[i]!, this.#strips[i + 1]];
    const whole = { west: first.west, east: (act === 'split' ? first : second)?.east ?? 0 };
    const middle = whole.west + Math.round(((whole.east - whole.west) * cut) / 100);
    if (middle <= whole.west || middle >= whole.east) return undefined;
    const halves = (codes: readonly string[]): readonly Strip[] => [
      { gridCode: codes[0]!, west: whole.west, east: middle },
      { gridCode: codes[1]!, west: middle, east: whole.east },
    ];
    switch (act) {
      case 'split': {
        const parts = this.#replace(i, 1, halves([gridAt(++this.#last), gridAt(++this.#last)]));
        return { type: 'GridSplit', data: { communityCode, gridCode: first.gridCode, parts } };
      }
      case 'merge': {
        const [merged] = this.#replace(i, 2, [{ gridCode: gridAt(++this.#last), ...whole }]);
        const gridCodes = [first.gridCode, second!.gridCode];
        return { type: 'GridsMerged', data: { communityCode, gridCodes, merged } };
      }
      case 'redraw': {
        const grids = this.#replace(i, 2, halves([first.gridCode, second!.gridCode]));
        return { type: 'GridsRedrawn', data: { communityCode, grids } };
      }
      case 'retire': {
        const [successor] = this.#replace(i, 2, [{ gridCode: second!.gridCode, ...whole }]);
        return {
          type: 'GridRetired',
          data: { communityCode, gridCode: first.gridCode, reason: '调整', successor },
        };
      }
    }
  }

  #replace(from: number, count: number, by: readonly Strip[]) {
    this.#strips = this.#strips.toSpliced(from, count, ...by);
    return by.map(({ gridCode, west, east }) => ({ gridCode, ring: strip(west, east), members: [] }));
  }
}
