import { describe, expect, it } from '@jest/globals';
import { OpenAccount } from '@panshi/contracts';
import { system } from './reactions.ts';
import { Simulation } from './simulation.ts';

describe('a simulation', () => {
  it('refuses a command that breaks the rules of its class, before it is decided', async () => {
    const simulation = new Simulation({ services: [], views: [], from: 0, seed: 1, provenance: 'demo' });
    const account = { username: 'demo-street', personId: 'nobody', post: 'officer', regionCode: '320113' };
    await expect(simulation.issue(system, OpenAccount, account)).rejects.toMatchObject({
      name: 'InvalidMessage',
      fields: [{ field: 'personId', rule: 'isUuid' }],
    });
  });
});
