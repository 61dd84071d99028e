import { fieldsOf, readMessage, type RefusedField, type StreamType, streamTypeOf } from '@panshi/contracts';
import { ReplayHistory, selectionOf } from './replay-query.ts';
import type { Selection } from './selection.ts';

type Fault = Pick<RefusedField, 'rule' | 'words'> & { readonly field: keyof ReplayHistory };

/**
 * Which part of history somebody asks for, or why there can be none: a mistyped case or stream would look as if nothing had
 * happened.
 */
export const readSelection = (
  sent: unknown,
): { readonly selection: Selection } | { readonly refused: readonly RefusedField[] } => {
  const read = readMessage(ReplayHistory, sent);
  if ('refused' in read) return read;
  const selection = selectionOf(read.message);
  const faults = [streamFault(selection), spanFault(selection)].filter((fault) => fault !== undefined);
  return faults.length > 0 ? { refused: faults.map(titled) } : { selection };
};

const titled = (fault: Fault): RefusedField => ({ ...fault, title: fieldsOf(ReplayHistory).get(fault.field)!.title });

const streamFault = ({ stream }: Selection): Fault | undefined =>
  stream === undefined || isStreamName(stream)
    ? undefined
    : {
        field: 'stream',
        rule: 'isStream',
        words: { zh: '应为事件流名称，如 wartime-320113', en: 'must be the name of a stream, such as wartime-320113' },
      };

const isStreamName = (name: string): boolean => {
  const type = streamTypeOf(name);
  return type !== undefined && keyForm(type).test(name.slice(type.prefix.length));
};

const keyForm = ({ key }: StreamType): RegExp => new RegExp(`^${key.map(formOf).join('-')}$`);

/** What the part of a stream's name looks like that a field of its key gives. */
const formOf = (field: string): string => {
  if (field.endsWith('Id')) return '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}';
  return field.endsWith('Code') ? '\\d{6}(?:\\d{3}){0,3}' : '[a-z\\d]+(?:-[a-z\\d]+)*';
};

const spanFault = ({ from, to }: Selection): Fault | undefined =>
  from === undefined || to === undefined || from <= to
    ? undefined
    : { field: 'from', rule: 'isSpan', words: { zh: '不得晚于“止”', en: 'must not lie after “to”' } };
