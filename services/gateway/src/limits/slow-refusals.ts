import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { contextOf } from '../request/request-context.ts';
import { WindowStorage } from './window-storage.ts';

/** How much later an address is refused that was refused too often, in milliseconds. */
const laterMs = 1000;
/** Refusals that wait at once, in memory; beyond them they are told at once. */
const mostWaiting = 1000;

/** A body too large is read to its end all the same, for its sender would not see the answer else. */
const tooLarge = 413;
/** How many times dearer than another refusal. */
const costOfLarge = 15;

/** Too many, or not now: what whoever asks again at once is told. */
const impatient = [429, 503];

/**
 * Lets an address wait for a refusal where it had many in this minute, of requests that nobody was signed in for, or that came
 * too often: who asks again at once, whatever is answered, asks no faster than once a second a connection. What else is
 * refused to an account is told at once.
 * @param most refusals of an address in a minute
 */
export const slowRefusals = (
  server: FastifyInstance,
  most: number,
  wait: (ms: number) => Promise<unknown> = delay,
): void => {
  const refused = new WindowStorage();
  let waiting = 0;
  const held = async (address: string, status: number): Promise<void> => {
    const { isBlocked } =
      status === tooLarge
        ? await refused.increment(`large ${address}`, 60_000, most / costOfLarge)
        : await refused.increment(address, 60_000, most);
    if (!isBlocked || waiting >= mostWaiting) return;
    waiting += 1;
    await wait(laterMs);
    waiting -= 1;
  };
  server.addHook('onSend', (request, { statusCode }, payload, done) => {
    const isTheirs = contextOf(request).session !== undefined && !impatient.includes(statusCode);
    if (statusCode < 400 || isTheirs) return done(null, payload);
    void held(request.ip, statusCode).then(() => done(null, payload));
  });
};
