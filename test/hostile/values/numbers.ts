/** Numbers that are too large, too small or written too long for some fields. */
export const numbers: readonly unknown[] = [
  0,
  1,
  -1,
  2,
  0.25,
  0.001,
  1.005,
  1e-7,
  -1e-7,
  5e-324,
  1e21,
  1e308,
  -1e308,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  2 ** 53 + 2,
  -(2 ** 53),
  99.999,
  118.90523112345678,
  20260301,
];

/** What some readers take for a number. */
export const numbersInText: readonly string[] = [
  '1',
  '0x10',
  '1e1',
  ' 1',
  '+1',
  '1_000',
  '1,5',
  '-0',
  'Infinity',
  '٣',
  '201',
];
