/** What a client gets instead of an answer: RFC 9457, with the code, its parameters and, for bad input, each field. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly errors?: readonly FieldError[];
  /** The request's correlation id: quote it when asking for help. */
  readonly instance: string;
}

/** One field that is not as it must be. */
export interface FieldError {
  readonly field: string;
  readonly rule: string;
  readonly message: string;
}

/** What a problem says beside its words. */
export interface ProblemDetails {
  readonly errors?: readonly FieldError[];
  readonly retryAfterSeconds?: number;
}

/** An error on its way to becoming a problem: thrown anywhere in the gateway, or rebuilt from a service's answer. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(
    readonly status: number,
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>> = {},
    readonly more: ProblemDetails = {},
  ) {
    super(code);
  }
}
