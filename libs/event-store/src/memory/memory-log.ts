import type { Instant, RegionCode } from '@panshi/kernel';
import type { AppendDraft } from '../draft.ts';
import { isRepetition, parseEnvelope, sealEnvelope } from '../envelope.ts';
import { DuplicateEvent, WrongExpectedVersion } from '../errors.ts';
import { meets } from '../expected.ts';
import type { Page, PageRequest } from '../pages.ts';
import { selecting } from '../selecting.ts';
import type { AppendOptions, AppendResult, RecordedEvent } from '../port.ts';
import { ordinalOf, toPosition } from '../position.ts';

interface Row {
  readonly id: string;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly regions: readonly RegionCode[];
  readonly ordinal: number;
  readonly recordedAt: number;
  readonly envelope: string;
}

/** The rows of a memory store. They hold envelopes, so that what is read is what a file would give. */
export class MemoryLog {
  readonly #rows: Row[] = [];
  readonly #streams = new Map<string, Row[]>();
  readonly #byId = new Map<string, Row>();

  get lastOrdinal(): number {
    return this.#rows.length;
  }

  append(stream: string, draft: AppendDraft, { expect, commandId }: AppendOptions, now: number): AppendResult {
    const actual = this.#streams.get(stream)?.at(-1)?.version;
    const repeated = this.#repeated(stream, draft, commandId);
    if (repeated !== undefined) return receipt(repeated);
    if (!meets(expect, actual)) throw new WrongExpectedVersion(stream, expect, actual);
    this.record(stream, draft, Math.max(now, this.#rows.at(-1)?.recordedAt ?? 0));
    return receipt(this.#rows.at(-1)!);
  }

  record(stream: string, { events }: AppendDraft, recordedAt: number): void {
    const ids = events.map(([id]) => id);
    const taken = ids.find((id, i) => this.#byId.has(id) || ids.indexOf(id) !== i);
    if (taken !== undefined) throw new DuplicateEvent(`event ${taken} is in the log already`);
    const rows = this.#streams.get(stream) ?? [];
    this.#streams.set(stream, rows);
    for (const [id, type, head, tail, occurredAt, ...regions] of events) {
      const version = rows.length;
      const envelope = sealEnvelope(head, new Date(recordedAt).toISOString(), tail, version);
      const ordinal = this.#rows.length + 1;
      const row = { id, stream, version, type, occurredAt, regions, ordinal, recordedAt, envelope };
      this.#rows.push(row);
      this.#byId.set(id, row);
      rows.push(row);
    }
  }

  page({ after, upTo, limit, ...filter }: PageRequest): Page {
    const events = this.#rows.slice(after, upTo).filter(selecting(filter)).slice(0, limit).map(read);
    return { events, reached: events.length === limit ? ordinalOf(events.at(-1)!.position) : upTo };
  }

  stream(name: string, from: number, to: number): readonly RecordedEvent[] {
    return (this.#streams.get(name) ?? []).slice(from, to + 1).map(read);
  }

  ordinalAt(time: number): number {
    return this.#rows.findLast((row) => row.recordedAt <= time)?.ordinal ?? 0;
  }

  /** All or nothing, in the order given. @throws {RangeError} when an event was recorded before the one ahead of it */
  load(events: readonly { stream: string; draft: AppendDraft; recordedAt: number }[]): void {
    const ids = new Set(events.map(({ draft }) => draft.events[0]![0]));
    if (ids.size < events.length) throw new RangeError('an event id comes twice');
    const late = events.find(({ recordedAt }, i) => recordedAt < (events[i - 1]?.recordedAt ?? recordedAt));
    if (late !== undefined) throw new RangeError('an event was recorded before the one ahead of it');
    for (const { stream, draft, recordedAt } of events) this.record(stream, draft, recordedAt);
  }

  /** The last of these events, when this command appended them to this stream before. */
  #repeated(stream: string, { events }: AppendDraft, commandId: string): Row | undefined {
    const rows = events.map(([id]) => this.#byId.get(id));
    const first = rows[0];
    const same = rows.every((row, i) => {
      if (row === undefined || row.stream !== stream || row.version !== first!.version + i) return false;
      return isRepetition(row.envelope, commandId, events[i]![2]);
    });
    return same ? rows.at(-1) : undefined;
  }
}

const read = ({ envelope, ordinal }: Row): RecordedEvent => parseEnvelope(envelope, toPosition(ordinal));

const receipt = ({ version, ordinal }: Row): AppendResult => ({ version, position: toPosition(ordinal) });
