import { OperatorError } from '@panshi/kernel';

type Words = Readonly<Record<string, string>>;

const wrongWithPort: Words = {
  EADDRINUSE: 'is in use by another program',
  EACCES: 'may not be used by this user',
};

const wrongWithPath: Words = {
  ENOTDIR: 'is no folder',
  EEXIST: 'is no folder',
  EACCES: 'may not be used by this user',
  EPERM: 'may not be used by this user',
  EROFS: 'cannot be written to',
  ENOSPC: 'has no space left',
};

/** Errors of a store that its server, its disk or another process keeps from working. */
const storeErrors: readonly string[] = ['StoreUnavailable', 'OutcomeUnknown'];

/** What is wrong and what to do, in words for the operator; undefined where the error is a fault of ours. */
export const explanation = (error: unknown): string | undefined => {
  if (error instanceof OperatorError) return error.message;
  if (error instanceof Error && storeErrors.includes(error.name)) return error.message;
  const { code = '', syscall, address, port, path } = Object(error) as NodeJS.ErrnoException & Record<string, unknown>;
  if (syscall === 'listen')
    return `Port ${port} on ${address} ${wrongWithPort[code] ?? `cannot be used (${code})`}. Choose another, such as PORT=3001.`;
  const wrong = syscall === 'mkdir' && code === 'ENOENT' ? 'cannot be made' : wrongWithPath[code];
  if (syscall !== undefined && path !== undefined && wrong !== undefined)
    return `${path} ${wrong}. Choose another place with --data or PANSHI_DATA.`;
  return undefined;
};

/**
 * Does it; where only the operator can mend why that fails, says what to do, without a stack, and ends this process with 1.
 * @param heading what cannot be done, as a sentence
 */
export const runOrExplain = async <T>(heading: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    const words = explanation(error);
    if (words === undefined) throw error;
    console.error(`\n${heading}\n${words}`);
    process.exit(1);
  }
};
