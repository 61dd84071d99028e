import { expect, it } from '@jest/globals';
import { PicturesUnavailable } from '../errors.ts';
import { writeError } from './durable-file.ts';

it('a full disk is told apart from faults of ours', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  expect(writeError(full)).toBeInstanceOf(PicturesUnavailable);
  const fault = new TypeError('x');
  expect(writeError(fault)).toBe(fault);
});
