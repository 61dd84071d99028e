import { visit } from 'jsonc-parser';

/** A name that stands twice in one object. */
export interface RepeatedName {
  readonly name: string;
  /** Of its second place, from 1. */
  readonly line: number;
}

/** The first name of a JSON text that stands twice in one object: a parser passes over one of the two in silence. */
export const repeatedName = (json: string): RepeatedName | undefined => {
  const around: Set<string>[] = [];
  let found: RepeatedName | undefined;
  visit(json, {
    onObjectBegin: () => void around.push(new Set()),
    onObjectEnd: () => void around.pop(),
    onObjectProperty: (name, _offset, _length, line) => {
      const names = around.at(-1);
      if (names?.has(name)) found ??= { name, line: line + 1 };
      names?.add(name);
    },
  });
  return found;
};
