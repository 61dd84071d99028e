import type { Bilingual } from '../vocabulary/bilingual.ts';

/** Levels of the regions above the grids. */
export const placeLevels = {
  district: { zh: '区县', en: 'District' },
  street: { zh: '街道（乡镇）', en: 'Street' },
  community: { zh: '社区（村）', en: 'Community or village' },
} as const satisfies Record<string, Bilingual>;

export type PlaceLevel = keyof typeof placeLevels;
