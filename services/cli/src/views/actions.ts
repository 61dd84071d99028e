import * as modules from '@panshi/embedded/services';
import { OperatorError } from '@panshi/kernel';
import type { ViewDefinition } from '@panshi/read-model';
import { askKeeper, definitionsOf, type ViewRequest, type ViewWorkReport } from '@panshi/service-kit';
import { parkedLines, processOf, statusTable } from './status-table.ts';
import { forLooking, type Stores, type System, systemIn, withStores } from './stores.ts';
import { reportPrinter } from './report-printer.ts';
import { viewStatuses } from './view-status.ts';
import { workAlone } from './work-alone.ts';

const services = definitionsOf(Object.values(modules));
const views = services.flatMap((service) => service.views);

interface Shown {
  readonly data: string;
  readonly json?: boolean;
  readonly parked?: boolean;
}

/** Shows how every view is. */
export const show = async ({ data, json = false, parked = false }: Shown): Promise<void> => {
  const { settings, keepers } = await systemIn(data);
  const statuses = await withStores(forLooking(settings), (stores) => viewStatuses(services, { ...stores, keepers }));
  const lines = json
    ? [JSON.stringify(statuses, null, 2)]
    : [statusTable(statuses), ...(parked ? ['', ...parkedLines(statuses)] : [])];
  process.stdout.write(`${lines.join('\n')}\n`);
};

const codes = { cancelled: 130, failed: 1, 'not-refolded': 1 } as const;

/** Refolds or rebuilds a view where it is kept. Ends this process with 1 where that fails, with 130 when cancelled. */
export const work = async (request: ViewRequest, { data, json = false }: Shown): Promise<void> => {
  const view = views.find(({ name }) => name === request.view)!;
  const print = reportPrinter(process, json);
  const report = (reported: ViewWorkReport): void => {
    if (reported.kind in codes) process.exitCode = codes[reported.kind as keyof typeof codes];
    print(reported);
  };
  const cancel = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cancel.abort());
  const system = await systemIn(data);
  await withStores(system.settings, (stores) => workWhereKept(system, stores, view, request, report, cancel.signal));
};

const workWhereKept = async (
  { settings: { data }, keepers }: System,
  stores: Stores,
  view: ViewDefinition,
  request: ViewRequest,
  report: (report: ViewWorkReport) => void,
  signal: AbortSignal,
): Promise<void> => {
  const owner = await (await stores.views.open(view)).keeper();
  if (owner !== undefined) return askKeeper({ data, owner }, request, report, signal);
  const meant = keepers.find(({ names }) => names.includes(view.name));
  if (!meant) return workAlone(stores, view, request, report, signal);
  throw new OperatorError(
    `view.not-kept: ${processOf(meant.owner)} should keep ${view.name}, but does not now: it has just started, or its disk is full; its log says why.`,
  );
};

/** Says which views there are; undefined where there is one of this name. */
export const unknown = (name: string): string | undefined =>
  views.some((view) => view.name === name)
    ? undefined
    : `view.unknown: there is no view ${name}. There are: ${views.map((each) => each.name).join(', ')}.`;
