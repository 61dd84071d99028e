import { it } from '@jest/globals';
import { history } from './seed.ts';
it('runs', async () => {
  const started = Date.now();
  const counts = new Map<string, number>();
  for await (const event of history({
    until: '2026-11-20T09:00:00.000Z',
    scale: Number(process.env.SCALE ?? 0.02),
    communities: process.env.ALL ? undefined : ['320113001001', '320113005001', '320113006001', '320113009001'],
  }))
    counts.set(event.type, (counts.get(event.type) ?? 0) + 1);
  console.log(Date.now() - started, Object.fromEntries([...counts].sort((a, b) => b[1] - a[1])));
}, 300000);
