/** Errors that say themselves what to do, by name: those of every store, the broker and the settings. */
const known = new Set([
  'BadSettings',
  'BrokerRefuses',
  'BrokerForbids',
  'UnusableStore',
  'UnusableKeys',
  'UnusableViews',
]);

/** What is wrong, in words for the operator; undefined where nobody foresaw it. */
export const told = (error: unknown): string | undefined => {
  const { name, message, code, address, port } = Object(error) as Error & Partial<Record<string, unknown>>;
  if (known.has(name)) return message;
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${address} is in use by another program. Choose another with PORT.`;
  if (code === 'EACCES' && port !== undefined)
    return `Port ${port} may not be used by this user. Choose another with PORT.`;
  return undefined;
};
