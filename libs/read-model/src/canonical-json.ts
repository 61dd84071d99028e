const sorted = (_key: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** A JSON value in one form only: members in order of their names (UTF-16), no white space. */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, sorted);
