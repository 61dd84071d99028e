import { expect, it } from '@jest/globals';
import { allServices } from '@panshi/contracts';
import type { ServiceClient } from '@panshi/messaging';
import type { Readiness } from '@panshi/service-kit';
import { ReachableServices } from './reachable-services.ts';

const checked = (unreachable: readonly string[]) => {
  const reaches = async (name: string): Promise<boolean> => !unreachable.includes(name);
  return new ReachableServices(
    { reaches } as unknown as ServiceClient,
    { includePart: () => undefined } as unknown as Readiness,
  ).check();
};

it('a gateway is ready while it reaches any service, and names those that it does not', async () => {
  expect(allServices()).toEqual(expect.arrayContaining(['case', 'grid', 'organization']));
  expect(await checked([])).toEqual({ services: { status: 'up', unreachable: [] } });
  expect(await checked(['grid'])).toEqual({ services: { status: 'up', unreachable: ['grid'] } });
  expect(await checked(allServices())).toEqual({ services: { status: 'down', unreachable: allServices() } });
});
