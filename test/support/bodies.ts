/** Bodies of commands that are right but for what is told. */

/** A calendar whose one holiday lasts from a day to a day. */
export const calendarWith = (from: string, to: string, more: object): object => ({
  version: 'bad-1',
  utcOffset: '+08:00',
  workingWeekdays: [1, 2, 3, 4, 5],
  workingSpans: [{ from: '09:00', to: '17:00' }],
  years: [
    { year: 2026, status: 'provisional', source: '演示', holidays: [{ name: '演示', from, to }], makeUpWorkdays: [] },
  ],
  ...more,
});

/** An activation of the lowest level in one region. */
export const activationOf = (region: string, more: object): object => ({
  districtCode: '320113',
  hazard: 'other',
  level: 'IV',
  scope: [region],
  basis: { kind: 'consultation', reference: '演示', issuer: '演示' },
  reason: '演示',
  initiatingUnit: '演示',
  deadlineRules: [],
  ...more,
});

/** A grid of a community, a triangle north-east of a point. */
export const gridAt = (
  communityCode: string,
  { lon, lat }: { readonly lon: number; readonly lat: number },
): object => ({
  communityCode,
  name: '演示网格',
  kind: 'comprehensive',
  ring: [
    { lon, lat },
    { lon: lon + 0.1, lat },
    { lon: lon + 0.1, lat: lat + 0.1 },
  ],
});
