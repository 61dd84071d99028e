import { isSealed } from '@panshi/contracts';
import type { RecordedEvent } from '@panshi/event-store';

const widest = 160;

/** An event on one line for a person's eyes. After 🔒 come the names of fields that hold sealed personal data. */
export const eventLine = ({ position, recordedAt, type, stream, version, actor, data }: RecordedEvent): string =>
  `${position.replace(/^0+(?=\d)/, '').padStart(8)}  ${recordedAt.slice(0, 19)}Z  ${type.padEnd(24)} ${stream}@${version}  ${actor.account}  ${details(data, stream)}`;

/** What the stream's name does not say already. */
const details = (data: object, stream: string): string => {
  const fields = Object.entries(data).filter(([, value]) => value !== undefined && !stream.includes(String(value)));
  const locked = fields.filter(([, value]) => isSealed(value)).map(([name]) => name);
  const open = fields.filter(([, value]) => !isSealed(value)).map(([name, value]) => `${name}=${plain(value)}`);
  const text = [...(locked.length ? [`🔒 ${locked.join(',')}`] : []), ...open].join('  ');
  return text.length > widest ? `${text.slice(0, widest - 1)}…` : text;
};

const plain = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value, (_, part: unknown) => (isSealed(part) ? '🔒' : part));
