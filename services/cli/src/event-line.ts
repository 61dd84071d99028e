import { isSealed } from '@panshi/contracts';
import type { RecordedEvent } from '@panshi/event-store';
import { chinaTime } from '@panshi/kernel';

const widest = 160;

/** An event on one line for a person's eyes. After 🔒 come the names of fields that hold sealed personal data. */
export const eventLine = (event: RecordedEvent): string => {
  const { position, type, stream, version, actor, data } = event;
  return `${position.replace(/^0+(?=\d)/, '').padStart(8)}  ${times(event)}  ${type.padEnd(24)} ${stream}@${version}  ${actor.account}  ${details(data, stream)}`;
};

/** When it happened, which `--from` and `--to` go by, and in brackets when it was recorded, where that is another second. */
const times = ({ occurredAt, recordedAt }: RecordedEvent): string => {
  const [happened, recorded] = [chinaTime(occurredAt), chinaTime(recordedAt)];
  return happened === recorded ? happened : `${happened} (recorded ${recorded})`;
};

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
