/**
 * Canonical JSON (JCS, RFC 8785): keys in UTF-16 order, ECMAScript numbers, no white space. Like JSON it drops
 * undefined members and honours toJSON; it refuses what has no canonical form.
 * @throws {TypeError} on a lone surrogate, NaN, an infinity, a bigint, or nothing at all
 */
export const canonicalJson = (value: unknown): string => {
  const text = write(value);
  if (text === undefined) throw new TypeError('nothing to write as canonical JSON');
  return text;
};

/** A string as canonical JSON. @throws {TypeError} when it is no well-formed string */
export const canonicalString = (text: string): string => {
  if (typeof text !== 'string') throw new TypeError(`expected a string, got ${typeof text}`);
  if (plain.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw new TypeError('lone surrogate in a string');
  return JSON.stringify(text);
};

// Most strings need no escape: testing is cheaper than JSON.stringify, and the build of this is on the append path.
const plain = /^[^"\\\u0000-\u001f\ud800-\udfff]*$/;

const write = (value: unknown): string | undefined => {
  switch (typeof value) {
    case 'string':
      return canonicalString(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} has no canonical form`);
      return `${value}`;
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return value === null ? 'null' : writeObject(value);
    case 'bigint':
      throw new TypeError('a bigint has no canonical form');
    default:
      return undefined;
  }
};

const writeObject = (value: object): string | undefined => {
  if ('toJSON' in value && typeof value.toJSON === 'function') return write(value.toJSON());
  if (Array.isArray(value)) return `[${value.map((item) => write(item) ?? 'null').join()}]`;
  const members = value as Record<string, unknown>;
  let text = '';
  for (const key of sortedKeys(members)) {
    const member = write(members[key]);
    if (member !== undefined) text += `${text === '' ? '' : ','}${canonicalString(key)}:${member}`;
  }
  return `{${text}}`;
};

const sortedKeys = (value: object): string[] => {
  const keys = Object.keys(value);
  for (let i = 1; i < keys.length; i++) if (keys[i - 1]! > keys[i]!) return keys.sort();
  return keys;
};
