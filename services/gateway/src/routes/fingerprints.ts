import { createSecretKey, type KeyObject } from 'node:crypto';
import type { FactoryProvider } from '@nestjs/common';
import { fingerprint, type Keys } from '@panshi/privacy';
import { KEYS } from '@panshi/service-kit';

/** Keyed fingerprints of requests: equal for equal ones, guessable by nobody who has only the log. */
export class Fingerprints {
  static readonly provider: FactoryProvider<Fingerprints> = {
    provide: Fingerprints,
    inject: [KEYS],
    useFactory: async (keys: Keys) => new Fingerprints(createSecretKey(await keys.secret('fingerprints'))),
  };

  constructor(private readonly secret: KeyObject) {}

  of(request: readonly unknown[]): string {
    return fingerprint(this.secret, request);
  }
}
