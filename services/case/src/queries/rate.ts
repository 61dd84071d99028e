import type { Rate } from '@panshi/contracts';

/** Part of a whole in per cent, to two decimals. Of nothing there is no rate: `null`, shown as n/a, never 100 %. */
export const rate = (part: number, whole: number): Rate => ({
  part,
  whole,
  percent: whole === 0 ? null : Math.round((part * 10_000) / whole) / 100,
});
