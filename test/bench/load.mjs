/** A load generator in a process of its own: `node load.mjs '{"url", "requests", "seconds"}'` prints what came back. */
import autocannon from 'autocannon';

const { url, requests, seconds, connections = 50 } = JSON.parse(process.argv[2]);
const result = await autocannon({ url, connections, duration: seconds, requests });
const { requests: rate, latency, errors, timeouts, non2xx, statusCodeStats: statuses } = result;
process.stdout.write(
  JSON.stringify({
    perSecond: rate.mean,
    p99: latency.p99,
    bad: errors + timeouts + non2xx,
    total: rate.total,
    statuses,
  }),
);
