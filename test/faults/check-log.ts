import type { RecordedEvent } from '@panshi/event-store';
import type { Deed } from './client.ts';

/**
 * Whatever is wrong with a log, as somebody sees it who knows every command that was acknowledged, but for the first
 * events, which were there before.
 */
export const faultsOf = (log: readonly RecordedEvent[], deeds: readonly Deed[], before: number): readonly string[] => {
  const commands = Map.groupBy(log, ({ commandId }) => commandId);
  return [...disorder(log), ...deeds.flatMap((deed) => lost(deed, commands)), ...doubled(log.slice(before), deeds)];
};

/** Positions grow, and times do not go back; each stream counts from 0 without a gap; no event is there twice. */
const disorder = (log: readonly RecordedEvent[]): readonly string[] => {
  const next = new Map<string, number>();
  const ids = new Set<string>();
  let [last, lastAt] = ['', ''];
  return log.flatMap(({ id, stream, version, position, recordedAt }) => {
    const expected = next.get(stream) ?? 0;
    const faults = [
      ...(position > last ? [] : [`position ${position} after ${last}`]),
      ...(recordedAt >= lastAt ? [] : [`${position} was recorded at ${recordedAt}, after ${lastAt}`]),
      ...(version === expected ? [] : [`${stream} goes from ${expected - 1} to ${version}`]),
      ...(ids.has(id) ? [`event ${id} is there twice`] : []),
    ];
    next.set(stream, version + 1);
    ids.add(id);
    [last, lastAt] = [position, recordedAt];
    return faults;
  });
};

/** What was acknowledged stands where the receipt says, as the one event of its command. */
const lost = ({ key, type, receipt }: Deed, commands: Map<string, RecordedEvent[]>): readonly string[] => {
  if (!receipt) return [`${key} was never acknowledged`];
  const found = (commands.get(receipt.commandId) ?? []).map((e) => [e.type, e.stream, e.version, e.position]);
  const expected = [[type, receipt.stream, receipt.version, receipt.position]];
  return JSON.stringify(found) === JSON.stringify(expected)
    ? []
    : [`${key} was acknowledged as ${JSON.stringify(expected)}, the log has ${JSON.stringify(found)}`];
};

/** Of each type the log holds as many events as were caused, and every incident has one case. */
const doubled = (log: readonly RecordedEvent[], deeds: readonly Deed[]): readonly string[] => {
  const count = (type: string): number => log.filter((event) => event.type === type).length;
  const caused = [...Map.groupBy(deeds, ({ type }) => type)].map(([type, { length }]) => [type, length] as const);
  const incidents = deeds.filter(({ type }) => type === 'IncidentReported').length;
  const opened = new Set(log.filter(({ type }) => type === 'CaseOpened').map(({ stream }) => stream));
  return [
    ...[...caused, ['CaseOpened', incidents] as const]
      .filter(([type, expected]) => count(type) !== expected)
      .map(([type, expected]) => `${expected} ${type} were caused, the log has ${count(type)}`),
    ...(opened.size === incidents ? [] : [`${incidents} incidents have ${opened.size} cases`]),
  ];
};
