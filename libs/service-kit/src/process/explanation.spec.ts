import { describe, expect, it } from '@jest/globals';
import { BadSettings } from '../settings/settings.ts';
import { explanation } from './explanation.ts';

const systemError = (fields: object): Error => Object.assign(new Error('failed'), fields);

describe('what is said of a start that failed', () => {
  it('is the error’s own words where it has them, and the port where that is taken', () => {
    expect(explanation(new BadSettings(['PORT must be a port']))).toContain('PORT must be a port');
    const taken = systemError({ code: 'EADDRINUSE', syscall: 'listen', address: '127.0.0.1', port: 3002 });
    expect(explanation(taken)).toBe(
      'Port 3002 on 127.0.0.1 is in use by another program. Choose another, such as PORT=3001.',
    );
  });

  it('is the folder where that cannot be used', () => {
    const noFolder = systemError({ code: 'ENOTDIR', syscall: 'mkdir', path: '/data/panshi' });
    expect(explanation(noFolder)).toBe('/data/panshi is no folder. Choose another place with --data or PANSHI_DATA.');
    expect(explanation(systemError({ code: 'ENOENT', syscall: 'open', path: '/data/panshi' }))).toBeUndefined();
  });

  it('is nothing of what nobody foresaw: that comes with its stack', () => {
    expect(explanation(new TypeError('undefined is not a function'))).toBeUndefined();
    expect(explanation(undefined)).toBeUndefined();
  });
});
