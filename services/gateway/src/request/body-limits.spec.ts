import { expect, it } from '@jest/globals';
import { bodyLimitOf, jsonLimit, pictureLimit } from './body-limits.ts';

it('a body may be as long as its class needs', () => {
  expect(bodyLimitOf('POST /api/v1/session')).toBeLessThanOrEqual(2048);
  expect(bodyLimitOf('POST /api/v1/pictures')).toBe(pictureLimit);
  expect(bodyLimitOf('POST /api/v1/cases/:caseId/acceptance')).toBeLessThanOrEqual(1024);
  const report = bodyLimitOf('POST /api/v1/incidents');
  expect(report).toBeGreaterThan(12 * 2000);
  expect(report).toBeLessThan(48 * 1024);
  expect(bodyLimitOf('POST /api/v1/districts/:districtCode/catalogues')).toBe(jsonLimit);
});
