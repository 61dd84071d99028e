import { describe, expect, it } from '@jest/globals';
import type { ClientProxy } from '@nestjs/microservices';
import { GetIncident } from '@panshi/contracts';
import { throwError } from 'rxjs';
import { Unavailable } from './errors.ts';
import { ServiceClient } from './service-client.ts';

const failing = (code: string): ServiceClient =>
  new ServiceClient({ send: () => throwError(() => new Unavailable(code, 3)) } as unknown as ClientProxy);

describe('who asks a service that does not answer', () => {
  it('is told which', async () => {
    for (const code of ['no-service', 'deadline-passed'])
      await expect(failing(code).query(GetIncident, {} as never)).rejects.toMatchObject({
        name: 'Unavailable',
        code,
        retryAfter: 3,
        service: 'grid',
      });
  });

  it('does not reach it, but does reach one that has too much to do', async () => {
    const reached = ['no-service', 'deadline-passed', 'overloaded'].map((code) => failing(code).reaches('grid', 10));
    expect(await Promise.all(reached)).toEqual([false, false, true]);
  });
});
