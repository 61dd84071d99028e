/**
 * Loaded before a server, takes the border's checks out of it, to measure what they cost: bodies are not looked at before they
 * are parsed, and fields are taken as they were sent.
 */
import { registerHooks } from 'node:module';

const instead = {
  '/gateway/dist/routes/json-faults.js': 'export const jsonFault = () => undefined;',
  '/contracts/dist/vocabulary/read.js':
    'export const readMessage = (type, sent) => ({ message: Object.assign(new type(), sent) });',
};

registerHooks({
  load: (url, context, next) => {
    const replaced = Object.entries(instead).find(([end]) => url.endsWith(end))?.[1];
    if (replaced === undefined) return next(url, context);
    // Whatever else the module exports is taken from it as it is, under an address of its own.
    const source = `export * from '${url}?whole';\n${replaced}`;
    return { format: 'module', source, shortCircuit: true };
  },
});
