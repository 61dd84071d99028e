import { describe, expect, it } from '@jest/globals';
import { BadSettings } from '../settings/settings.ts';
import { told } from './told.ts';

describe('what is told of a start that failed', () => {
  it('is the error’s own words where it has them, and the port where that is taken', () => {
    expect(told(new BadSettings(['PORT must be a port']))).toContain('PORT must be a port');
    const taken = Object.assign(new Error('listen'), { code: 'EADDRINUSE', address: '127.0.0.1', port: 3002 });
    expect(told(taken)).toBe('Port 3002 on 127.0.0.1 is in use by another program. Choose another with PORT.');
  });

  it('is nothing of what nobody foresaw: that comes with its stack', () => {
    expect(told(new TypeError('undefined is not a function'))).toBeUndefined();
    expect(told(undefined)).toBeUndefined();
  });
});
