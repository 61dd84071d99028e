/** A load generator in a process of its own: `node load.mjs '{"url", "requests", "seconds" or "amount"}'` prints what came back. */
import autocannon from 'autocannon';

const { url, requests, seconds, amount, connections = 50 } = JSON.parse(process.argv[2]);
/** It ends at the next sample only, a second apart by default: too coarse for how long an amount took. */
const until = amount ? { amount, sampleInt: 10 } : { duration: seconds };
const result = await autocannon({ url, connections, requests, ...until });
const { start, finish, requests: rate, latency, errors, timeouts, non2xx, statusCodeStats: statuses } = result;
process.stdout.write(
  JSON.stringify({
    start: start.getTime(),
    finish: finish.getTime(),
    perSecond: rate.mean,
    p99: latency.p99,
    bad: errors + timeouts + non2xx,
    total: rate.total,
    statuses,
  }),
);
