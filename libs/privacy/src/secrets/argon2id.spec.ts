import { describe, expect, it } from '@jest/globals';
import { hashPassword, verifyPassword } from './argon2id.ts';

/** From the test suite of the reference implementation (phc-winner-argon2). */
const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';

describe('argon2id', () => {
  it('verifies a hash made by the reference implementation', async () => {
    expect(await verifyPassword('password', reference)).toBe(true);
    expect(await verifyPassword('passwore', reference)).toBe(false);
  });

  it('hashes with the parameters OWASP advises, and a salt of its own each time', async () => {
    const [one, other] = await Promise.all([hashPassword('磐石-2026'), hashPassword('磐石-2026')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(other);
    expect(await verifyPassword('磐石-2026', one)).toBe(true);
  });

  it('knows a password however its characters are composed', async () => {
    expect(await verifyPassword('\u0065\u0301t\u00e9', await hashPassword('\u00e9te\u0301'))).toBe(true);
  });

  it('refuses what is no hash', async () => {
    await expect(verifyPassword('password', 'password')).rejects.toThrow('PHC');
  });
});
