/**
 * An error that only the operator can mend: a setting, a file, a port, a server. Its message says what is wrong and what
 * to do, so it is shown as it is, without a stack.
 */
export class OperatorError extends Error {
  override readonly name: string = 'OperatorError';
}
