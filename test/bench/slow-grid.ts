/** The grid service, whose every decision also takes `PANSHI_BENCH_BURN_MS` of CPU: started as services/grid/src/main.ts does. */
import { Module } from '@nestjs/common';
import { gridDefinition } from '@panshi/grid';
import { PanshiModule, type ServiceDefinition, startService } from '@panshi/service-kit';

const burnMs = Number(process.env.PANSHI_BENCH_BURN_MS);

/** Between two looks at the clock without a pause; more, and another process had the core meanwhile. */
const uninterruptedMs = 0.05;

/**
 * CPU of this thread, not time: two processes on one core would else burn at once what it cannot give. (The kernel's
 * own count of it is brought up to date every 4 ms only.)
 */
const burn = (): void => {
  let last = performance.now();
  for (let left = burnMs; left > 0;) {
    const now = performance.now();
    if (now - last < uninterruptedMs) left -= now - last;
    last = now;
  }
};

const slow: ServiceDefinition = {
  ...gridDefinition,
  aggregates: gridDefinition.aggregates.map((aggregate) => ({
    ...aggregate,
    commands: aggregate.commands.map((handling) => ({
      ...handling,
      decide: (...given: Parameters<typeof handling.decide>) => {
        burn();
        return handling.decide(...given);
      },
    })),
  })),
};

class SlowGridModule {}
Module({ imports: [PanshiModule.forFeature(slow)] })(SlowGridModule);

await startService('grid', SlowGridModule, 0);
