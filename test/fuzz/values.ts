import fc from 'fast-check';
import type { ApiDocument, Schema } from './document.ts';

/** Values that answers have held, by the name of their field: what names something names it rightly. */
export class Known {
  /** Every text. */
  readonly texts: unknown[] = [];
  readonly #named = new Map<string, unknown[]>();

  /** @param isSpared of values that are not to be used again */
  constructor(private readonly isSpared: (value: unknown) => boolean) {}

  add(name: string, value: unknown): void {
    const values = this.of(name);
    if (this.isSpared(value) || values.length >= 40 || values.includes(value)) return;
    values.push(value);
    if (typeof value === 'string') this.texts.push(value);
  }

  /** Takes what an answer holds, in all its depth. */
  learn(answer: unknown): void {
    for (const [name, value] of Object.entries(Object(answer) as object)) {
      if (value !== null && !Array.isArray(answer)) this.add(name, value);
      if (typeof value === 'object') this.learn(value);
    }
  }

  of(name: string): unknown[] {
    const values = this.#named.get(name) ?? [];
    this.#named.set(name, values);
    return values;
  }
}

/** Looking ahead and behind is left to the judge of what was made. */
const without = (pattern: string): RegExp =>
  new RegExp(pattern.replaceAll(/\(\?<?[=!](?:\[[^\]]*\]|[^()[])*\)/g, ''), 'u');

/** Makes values that fit schemas. */
export class Values {
  readonly #arbitraries = new Map<Schema, Map<string, fc.Arbitrary<unknown>>>();
  /** Of a list, how far it was looked through for what fits a schema, and what was found. */
  readonly #looked = new Map<Schema, Map<readonly unknown[], { upTo: number; found: unknown[] }>>();

  constructor(
    private readonly document: ApiDocument,
    private readonly known: Known,
  ) {}

  /** @param name of the field or parameter: what is known by it is taken more often than not */
  of(schema: Schema, name = ''): fc.Arbitrary<unknown> {
    const ofSchema = this.#arbitraries.get(schema) ?? new Map<string, fc.Arbitrary<unknown>>();
    const found = ofSchema.get(name) ?? this.#knownOrMade(schema, name);
    this.#arbitraries.set(schema, ofSchema.set(name, found));
    return found;
  }

  #knownOrMade(schema: Schema, name: string): fc.Arbitrary<unknown> {
    // Of the form of a code or an id, though of another name.
    const isCode = schema.pattern?.includes('[^') === false;
    const made = this.#made(schema).filter((value) => this.document.fits(schema, value));
    return fc.tuple(fc.integer({ min: 1, max: 6 }), fc.nat(), made).map(([die, n, fresh]) => {
      const named = this.#fitting(this.known.of(name), schema);
      const fitting = named.length > 0 || !isCode ? named : this.#fitting(this.known.texts, schema);
      return fitting.length > 0 && die < 6 ? fitting[n % fitting.length] : fresh;
    });
  }

  /** Values of a list that only grows. */
  #fitting(list: readonly unknown[], schema: Schema): readonly unknown[] {
    const looked = this.#looked.get(schema) ?? new Map<readonly unknown[], { upTo: number; found: unknown[] }>();
    const state = looked.get(list) ?? { upTo: 0, found: [] };
    this.#looked.set(schema, looked.set(list, state));
    state.found.push(...list.slice(state.upTo).filter((value) => this.document.fits(schema, value)));
    state.upTo = list.length;
    return state.found;
  }

  #made(written: Schema): fc.Arbitrary<unknown> {
    const schema = this.document.at<Schema>(written as Schema & { $ref: string });
    if ('const' in schema) return fc.constant(schema.const);
    if (schema.enum) return fc.constantFrom(...schema.enum);
    if (schema.anyOf) return fc.oneof(...schema.anyOf.map((each) => this.of(each)));
    const { minimum = -1000, maximum = 1000 } = schema;
    switch ([schema.type].flat()[0]) {
      case 'string':
        return this.#text(schema);
      case 'integer':
        return fc.integer({ min: minimum, max: maximum });
      case 'number':
        return schema.multipleOf === undefined
          ? fc.double({ min: minimum, max: maximum, noNaN: true })
          : fc.integer({ min: Math.ceil(minimum * 100), max: Math.floor(maximum * 100) }).map((n) => n / 100);
      case 'boolean':
        return fc.boolean();
      case 'array':
        return this.#list(schema);
      default:
        return this.#object(schema);
    }
  }

  #text({ format, pattern, minLength = 0, maxLength = 100 }: Schema): fc.Arbitrary<string> {
    const moment = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    if (format === 'date-time') return moment.map((date) => date.toISOString());
    if (format === 'date') return moment.map((date) => date.toISOString().slice(0, 10));
    const size = maxLength > 100 ? ('small' as const) : undefined;
    // What people write is all but some kinds of characters.
    const isOpen = pattern === undefined || pattern.includes('[^');
    if (!isOpen) return fc.stringMatching(without(pattern), { size });
    return fc.string({ unit: 'grapheme', minLength, maxLength, size });
  }

  #list({
    items = {},
    minItems: minLength = 0,
    maxItems = 5,
    uniqueItems,
    'x-unique-by': by,
  }: Schema): fc.Arbitrary<unknown> {
    const item = this.of(items);
    const length = { minLength, maxLength: Math.max(minLength, Math.min(maxItems, 5)) };
    if (by) return fc.uniqueArray(item, { ...length, selector: (each) => (each as Record<string, unknown>)[by] });
    return uniqueItems ? fc.uniqueArray(item, length) : fc.array(item, length);
  }

  #object({ properties = {}, required = [] }: Schema): fc.Arbitrary<object> {
    const fields = Object.entries(properties).map(([name, schema]) => [name, this.of(schema, name)] as const);
    return fc.record(Object.fromEntries(fields), { requiredKeys: [...required] });
  }
}
