/**
 * Preloaded (NODE_OPTIONS=--import), it sets the clock of a whole process, threads included, ahead or back by the
 * milliseconds that the file PANSHI_CLOCK_SHIFT names holds at the moment. What measures time that passes is left alone.
 */
import { readFileSync } from 'node:fs';

const file = process.env.PANSHI_CLOCK_SHIFT;
const RealDate = Date;
const { now } = RealDate;
/** How long what was read counts, in milliseconds. */
const freshMs = 5;
let [shift, readAt] = [0, -Infinity];

const shifted = () => {
  if (performance.now() - readAt >= freshMs) {
    readAt = performance.now();
    shift = Number(readFileSync(file, 'utf8'));
  }
  return now() + shift;
};

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length > 0 ? args : [shifted()], newTarget),
  apply: () => new RealDate(shifted()).toString(),
  get: (target, key, receiver) => (key === 'now' ? shifted : Reflect.get(target, key, receiver)),
});
