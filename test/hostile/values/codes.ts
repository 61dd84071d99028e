import { upper } from './shapes.ts';

/** Ids, in forms that some systems write. */
export const ids: readonly string[] = [
  upper,
  upper.toLowerCase(),
  '01890000-abcd-7000-8000-0000000000ff',
  '3e6f9d36-5f43-4c0e-8a5a-111111111111',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  `{${upper}}`,
  `urn:uuid:${upper}`,
  upper.replaceAll('-', ''),
  `${upper} `,
];

/** Codes, some of which are right for some fields. */
export const codes: readonly string[] = [
  '320113',
  '320113000000',
  '320113001000',
  '320113000',
  '320113001',
  '320113001001',
  '320113001001001',
  '320113000001',
  '３２０１１３００１',
  '320113 001',
  '0320113',
  '20401',
  '２０４０１',
  '99999',
  'IV',
  'iv',
  'Ⅳ',
  'patrol',
  'PATROL',
  'other',
];

/** None is anybody's: the first is the example of GB 11643. */
export const citizens: readonly string[] = [
  '11010519491231002X',
  '11010519491231002x',
  '张三110105194912310038',
  '110105.19491231.002X',
  '110105（19491231）002X',
  '１１０１０５１９４９１２３１００２Ｘ',
  '11010519491231002×',
  '一一〇一〇五一九四九一二三一〇〇二X',
  '110105491231002',
  '+110105194912310038',
];
