/** An account that a first start without the demo district tells of, once. */
export interface Administrator {
  readonly username: string;
  readonly password: string;
}

/** Reads what a person reads on the screen. */
export const administratorsIn = (output: string): readonly Administrator[] =>
  [...output.matchAll(/^ {2,}(\S+)\s+(\S+)\s+\(told this once\)$/gm)].map(([, username, password]) => ({
    username: username!,
    password: password!,
  }));
