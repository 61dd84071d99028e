import { expect, it } from '@jest/globals';
import { bodyLimitOf, jsonLimit, pictureLimit } from './body-limits.ts';

it('a body may be as long as its class needs', () => {
  const signIn = { username: '\ud83d\ude00'.repeat(64), password: '\ud83d\ude00'.repeat(256) };
  const escaped = JSON.stringify(signIn).replaceAll('\ud83d\ude00', '\\ud83d\\ude00');
  expect(bodyLimitOf('POST /api/v1/session')).toBeGreaterThan(escaped.length);
  expect(bodyLimitOf('POST /api/v1/session')).toBeLessThanOrEqual(5000);
  expect(bodyLimitOf('POST /api/v1/pictures')).toBe(pictureLimit);
  expect(bodyLimitOf('POST /api/v1/cases/:caseId/acceptance')).toBeLessThanOrEqual(1024);
  const report = bodyLimitOf('POST /api/v1/incidents');
  expect(report).toBeGreaterThan(12 * 2000);
  expect(report).toBeLessThan(48 * 1024);
  expect(bodyLimitOf('POST /api/v1/districts/:districtCode/catalogues')).toBe(jsonLimit);
  const corner = { lon: 118.894544, lat: 32.125432 };
  const parts = Array(20).fill({ name: '网格', ring: Array(501).fill(corner) });
  const split = Buffer.byteLength(JSON.stringify({ parts }));
  expect(bodyLimitOf('POST /api/v1/grids/:gridCode/split')).toBeGreaterThan(split);
});
