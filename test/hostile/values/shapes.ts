/** An id as some systems write it. */
export const upper = '01890000-ABCD-7000-8000-0000000000EF';

/** Lists, objects and what else is no text or number. */
export const shapes: readonly unknown[] = [
  null,
  true,
  false,
  [],
  {},
  [[]],
  [{}],
  [null],
  [[[[]]]],
  { '': '' },
  { zh: '甲' },
  { zh: [], en: {} },
  { length: 1 },
  { then: 1 },
  { toJSON: 1 },
  { hasOwnProperty: 1 },
  { constructor: { prototype: { admin: true } } },
  { $ne: null },
  { $gt: '' },
  { $where: 'sleep(1000)' },
  { lon: 118.9 },
  { lon: '118.9', lat: '32.1' },
  { lon: 1e-7, lat: 1e-7 },
  { lon: 181, lat: -91 },
  { lon: -0, lat: -0 },
  { lon: 118.9, lat: 32.1, height: 3 },
  Array(501).fill({ lon: 118.9, lat: 32.1 }),
  { pictureId: upper, sha256: 'A'.repeat(64) },
];
