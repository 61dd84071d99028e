import type { FieldsType } from '../src/vocabulary/field.ts';
import { readMessage } from '../src/vocabulary/read.ts';

/** Paths of the fields for which a body is refused. */
export const refused = (type: FieldsType, body: object): readonly string[] => {
  const read = readMessage(type, body);
  return 'refused' in read ? read.refused.map(({ field }) => field) : [];
};

/** The same, of the body's own fields only. */
export const refusedFields = (type: FieldsType, body: object): readonly string[] => [
  ...new Set(refused(type, body).map((path) => path.replace(/\..*/, ''))),
];

/** A message as its fields are read. @throws {TypeError} where one is refused */
export const taken = <T extends object>(type: FieldsType<T>, body: object): T => {
  const read = readMessage(type, body);
  if ('refused' in read) throw new TypeError(JSON.stringify(read.refused));
  return read.message;
};
