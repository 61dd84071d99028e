import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Keys } from '@panshi/privacy';
import { toProblemError } from '../problem/to-problem-error.ts';
import { PasswordCheck } from './password-check.ts';

describe('checking passwords', () => {
  let verifying: PromiseWithResolvers<boolean>[];
  let passwords: PasswordCheck;
  beforeEach(() => {
    verifying = [];
    const verify = (): Promise<boolean> => {
      const one = Promise.withResolvers<boolean>();
      verifying.push(one);
      return one.promise;
    };
    passwords = new PasswordCheck({ credentials: { verify } } as unknown as Keys);
  });

  const isRight = (username: string, address = '192.0.2.1'): Promise<boolean> =>
    passwords.isRight({ username, password: 'x' }, address);
  const refusalOf = (tried: Promise<boolean>) =>
    tried.then(
      () => undefined,
      (error: unknown) => toProblemError(error),
    );
  /** Everything that is to happen without a hash being worked out has happened. */
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  it('is done one at a time; 32 wait, and whoever comes then is told when to come again', async () => {
    const names = Array.from({ length: 33 }, (_, i) => `name-${i}`);
    const tried = names.map((name) => isRight(name));
    await settled();
    expect(verifying).toHaveLength(1);
    expect(await refusalOf(isRight('one-more'))).toMatchObject({
      status: 503,
      code: 'overloaded',
      more: { retryAfterSeconds: expect.any(Number) },
    });
    verifying[0]!.resolve(true);
    expect(await tried[0]).toBe(true);
    const next = isRight('one-more');
    for (let n = 1; n < 34; n += 1) {
      await settled();
      expect(verifying).toHaveLength(n + 1);
      verifying[n]!.resolve(false);
    }
    expect(await Promise.all([...tried.slice(1), next])).toEqual(Array(33).fill(false));
  });

  it('is done ten times a minute for one name from one address, whether right or wrong', async () => {
    const of = async (name: string, address?: string) => {
      const refusal = refusalOf(isRight(name, address));
      await settled();
      verifying.at(-1)!.resolve(true);
      return refusal;
    };
    for (let n = 0; n < 10; n += 1) expect(await of('demo-case')).toBeUndefined();
    expect(await of('demo-case')).toMatchObject({
      status: 429,
      code: 'request.too-many',
      more: { retryAfterSeconds: 60 },
    });
    expect(verifying).toHaveLength(10);
    expect(await of('demo-street')).toBeUndefined();
    expect(await of('demo-case', '192.0.2.2')).toBeUndefined();
  });
});
