/** Values that fill the placeholders of a rejection's message. */
export type RejectionParams = Readonly<Record<string, string | number>>;

/** How a rejection is answered: what the caller could do about it. */
export type RejectionKind = 'invalid' | 'not-found' | 'conflict' | 'forbidden';

/**
 * A command refused by a domain rule. `code` is stable and documented (`grid.lead-already-appointed`);
 * the gateway maps it to problem+json once, and words it in Chinese and English.
 */
export class Rejection extends Error {
  override readonly name = 'Rejection';

  constructor(
    readonly code: string,
    readonly params: RejectionParams = {},
    readonly kind: RejectionKind = 'conflict',
  ) {
    super(`${code} ${JSON.stringify(params)}`);
  }
}

/** Makes a `switch` over a union exhaustive: the compiler complains when a member is missing. */
export const unreachable = (value: never): never => {
  throw new TypeError(`unexpected ${JSON.stringify(value)}`);
};
