import * as modules from '@panshi/embedded/services';
import { OperatorError } from '@panshi/kernel';
import type { ViewDefinition } from '@panshi/read-model';
import { askKeeper, definitionsOf, type ViewRequest, type ViewTold } from '@panshi/service-kit';
import { parkedLines, statusTable } from './status-table.ts';
import { settingsFor, withStores } from './stores.ts';
import { toldLines } from './told-lines.ts';
import { viewStatuses } from './view-status.ts';
import { workAlone } from './work-alone.ts';

const services = definitionsOf(Object.values(modules));

interface Shown {
  readonly data: string;
  readonly json?: boolean;
  readonly parked?: boolean;
}

/** Shows how every view is. */
export const show = async ({ data, json = false, parked = false }: Shown): Promise<void> => {
  const statuses = await withStores(settingsFor(data), (stores) => viewStatuses(services, stores));
  const lines = json
    ? [JSON.stringify(statuses, null, 2)]
    : [statusTable(statuses), ...(parked ? ['', ...parkedLines(statuses)] : [])];
  process.stdout.write(`${lines.join('\n')}\n`);
};

const codes = { cancelled: 130, failed: 1, 'not-refolded': 1 } as const;

/** Refolds or rebuilds a view where it is kept. Ends this process with 1 where that fails, with 130 when cancelled. */
export const work = async (request: ViewRequest, { data, json = false }: Shown): Promise<void> => {
  const view = viewNamed(request.view);
  const say = toldLines(process, json);
  const tell = (told: ViewTold): void => {
    if (told.kind in codes) process.exitCode = codes[told.kind as keyof typeof codes];
    say(told);
  };
  const cancel = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cancel.abort());
  const settings = settingsFor(data);
  await withStores(settings, async (stores) => {
    const owner = await (await stores.views.open(view)).keeper();
    if (owner === undefined) await workAlone(stores, view, request, tell, cancel.signal);
    else await askKeeper({ data: settings.data, owner }, request, tell, cancel.signal);
  });
};

/** @throws {OperatorError} that names the views there are */
const viewNamed = (name: string): ViewDefinition => {
  const all = services.flatMap(({ views }) => views);
  const found = all.find((view) => view.name === name);
  if (found) return found;
  throw new OperatorError(
    `view.unknown: there is no view ${name}. There are: ${all.map((each) => each.name).join(', ')}.`,
  );
};
