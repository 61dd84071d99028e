import type { SealedAt } from '@panshi/contracts';

/** What a sealed value is bound to: moved to another stream, event, subject or field, it does not open. */
export const associatedData = (
  suite: string,
  subject: string,
  keyVersion: number,
  { stream, event, field }: SealedAt,
): Buffer => Buffer.from(JSON.stringify([suite, subject, keyVersion, stream, event, field]));
