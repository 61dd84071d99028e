import { describe, expect, it } from '@jest/globals';
import { safeHeaders } from './safe-headers.ts';

describe('the headers of every answer', () => {
  it('keep browsers from guessing types, framing us, and running what is not ours', async () => {
    const headers = await safeHeaders();
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
    });
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
    expect(headers['strict-transport-security']).toContain('max-age');
  });
});
