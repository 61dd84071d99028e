import type { GatewayCode } from '../problem/refused.ts';

/** How deep the objects and lists of a body may lie in each other: far deeper than any does. */
export const mostNesting = 32;
/** Fields of one object, items of one list, and both of all together: more than any body has. */
const mostFields = 64;
export const mostItems = 1024;
const mostInAll = 40_000;
/** Characters of a number: more than a double has digits. */
const longestNumber = 24;

export type JsonFault = GatewayCode &
  `request.${'too-deep' | 'too-many-fields' | 'too-many-items' | 'number-too-long' | 'duplicate-key'}`;

const [quote, backslash, comma, minus, openObject, closeObject, openList, closeList] = [...'"\\,-{}[]'].map((c) =>
  c.charCodeAt(0),
);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const number = /[-+.\deE]*/y;

/** After a text that begins at a place, its end quote included. */
const endOfText = (json: string, start: number): number => {
  let i = start + 1;
  while (i < json.length && json.charCodeAt(i) !== quote) i += json.charCodeAt(i) === backslash ? 2 : 1;
  return i + 1;
};

/** A field's name as it is meant: `"\u0061"` is `"a"`. What cannot be read is left to the parser. */
const nameIn = (written: string): string => {
  if (!written.includes('\\')) return written.slice(1, -1);
  try {
    return JSON.parse(written) as string;
  } catch {
    return written;
  }
};

const lengthOfNumber = (json: string, start: number): number => {
  number.lastIndex = start;
  return number.exec(json)?.[0].length ?? 0;
};

/** An object or a list that has begun, but not ended. */
interface Open {
  /** Of the fields so far; a list has none. */
  readonly names?: Set<string>;
  items: number;
}

/**
 * What is wrong with a JSON text before it is parsed: its nesting, number of fields and items, and fields that stand twice, of
 * which a parser would pass over one in silence. One look at each character; what is no JSON is left to the parser.
 */
export const jsonFault = (json: string): JsonFault | undefined => {
  const around: Open[] = [];
  let inAll = 0;
  let namesComeNext = false;
  for (let i = 0; i < json.length; i += 1) {
    const code = json.charCodeAt(i);
    const open = around.at(-1);
    if (code === quote) {
      const end = endOfText(json, i);
      if (namesComeNext && open?.names) {
        const name = nameIn(json.slice(i, end));
        if (open.names.has(name)) return 'request.duplicate-key';
        if (open.names.add(name).size > mostFields || (inAll += 1) > mostInAll) return 'request.too-many-fields';
        namesComeNext = false;
      }
      i = end - 1;
    } else if (code === openObject || code === openList) {
      namesComeNext = code === openObject;
      if (around.push(namesComeNext ? { names: new Set(), items: 1 } : { items: 1 }) > mostNesting)
        return 'request.too-deep';
    } else if (code === closeObject || code === closeList) {
      around.pop();
      namesComeNext = false;
    } else if (code === comma && open) {
      namesComeNext = open.names !== undefined;
      open.items += 1;
      if (!namesComeNext && (open.items > mostItems || (inAll += 1) > mostInAll)) return 'request.too-many-items';
    } else if (code === minus || isDigit(code)) {
      const length = lengthOfNumber(json, i);
      if (length > longestNumber) return 'request.number-too-long';
      i += length - 1;
    }
  }
  return undefined;
};
