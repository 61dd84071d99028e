import { isSealed } from '@panshi/contracts';
import type { RecordedEvent } from '@panshi/event-store';

/** An event on one line for a person's eyes; 🔒 stands for sealed personal data. */
export const eventLine = ({ position, recordedAt, type, stream, version, actor, data }: RecordedEvent): string =>
  `${position.replace(/^0+(?=\d)/, '').padStart(8)}  ${recordedAt.slice(0, 19)}Z  ${type.padEnd(24)} ${stream}@${version}  ${actor.account}  ${details(data)}`;

const details = (data: object): string => {
  const text = JSON.stringify(data, (_, value: unknown) => (isSealed(value) ? '🔒' : value));
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
};
