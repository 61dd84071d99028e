/** One measurement: ours against its baseline in the same run. `ratio` is ours ÷ baseline of equal work, higher is better. */
export interface Bench {
  readonly name: string;
  /** Why it cannot run here. */
  readonly missing?: string | undefined;
  run(): Promise<Measured>;
}

export interface Measured {
  readonly unit: string;
  readonly value: number;
  readonly baseline: number;
  readonly ratio: number;
  readonly note: string;
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
};

/** Runs of both sides in turn, so that what else the machine does falls on both; each answers its rate per second. */
export const interleave = async (
  rounds: number,
  ours: (round: number) => number | Promise<number>,
  baseline: (round: number) => number | Promise<number>,
): Promise<Pick<Measured, 'value' | 'baseline' | 'ratio'>> => {
  const [values, baselines]: [number[], number[]] = [[], []];
  await ours(-1);
  await baseline(-1);
  for (let round = 0; round < rounds; round++) {
    values.push(await ours(round));
    baselines.push(await baseline(round));
  }
  const [value, base] = [Math.round(median(values)), Math.round(median(baselines))];
  return { value, baseline: base, ratio: value / base };
};

/** Things done per second over the time `work` takes. */
export const perSecond = async (count: number, work: () => void | Promise<void>): Promise<number> => {
  const start = performance.now();
  await work();
  return (count / (performance.now() - start)) * 1000;
};
