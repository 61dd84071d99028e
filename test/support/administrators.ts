/** An account that a first start without the demo district tells of, once. */
export interface Administrator {
  readonly username: string;
  readonly password: string;
}

/** Reads what a person reads on the screen. */
export const administratorsIn = (output: string): readonly Administrator[] => {
  const [, told = ''] = output.split(/Each password is told this once.*\n/);
  return [...told.matchAll(/^ {4}(\S+) +(\S+)$/gm)].map(([, username, password]) => ({
    username: username!,
    password: password!,
  }));
};
