import { request } from 'node:http';
import { createInterface } from 'node:readline';
import { OperatorError } from '@panshi/kernel';
import { keeperSocket } from './keeper-socket.ts';
import type { ViewRequest, ViewWorkReport } from './view-work.ts';

/** Milliseconds without a word after which a keeper counts as silent; it gives a sign every two seconds. */
const silentMs = 15_000;

/**
 * Asks the process that keeps a view. Aborted, it hangs up, which cancels.
 * @param owner the owner of the view's lease @throws {OperatorError} where that process is not to be reached from here
 */
export const askKeeper = async (
  { data, owner }: { readonly data: string; readonly owner: string },
  asked: ViewRequest,
  report: (report: ViewWorkReport) => void,
  signal: AbortSignal,
): Promise<void> => {
  try {
    for await (const line of linesOf(keeperSocket(data, owner), JSON.stringify(asked), signal))
      if (line) report(JSON.parse(line) as ViewWorkReport);
  } catch (error) {
    if (signal.aborted) return report({ kind: 'cancelled' });
    throw new OperatorError(silence(asked.view, owner, data), { cause: error });
  }
};

const silence = (view: string, owner: string, data: string): string => {
  const [host = '', pid = ''] = owner.split('/');
  return `view.keeper-silent: ${view} is kept by process ${pid} on ${host}, which does not answer in ${data}. Ask on that machine, as the user that runs it, with its data folder; or end that process first.`;
};

async function* linesOf(socketPath: string, body: string, signal: AbortSignal): AsyncGenerator<string> {
  const asking = request({ socketPath, method: 'POST', path: '/', signal, timeout: silentMs });
  asking.once('timeout', () => asking.destroy(new Error('silent')));
  const answered = new Promise<NodeJS.ReadableStream & { statusCode?: number }>((resolve, reject) => {
    asking.once('response', resolve);
    asking.once('error', reject);
  });
  asking.end(body);
  const response = await answered;
  if (response.statusCode !== 200) throw new Error(`answered ${response.statusCode}`);
  asking.on('error', () => undefined);
  let last = '';
  for await (const line of createInterface({ input: response })) yield (last = line || last);
  if (!/"kind":"(done|failed|cancelled)"/.test(last)) throw new Error('ended in the middle');
}
