import { Injectable } from '@nestjs/common';
import type { HealthIndicatorResult } from '@nestjs/terminus';
import { allServices } from '@panshi/contracts';
import { ServiceClient } from '@panshi/messaging';
import { Readiness } from '@panshi/service-kit';

/** How long a service may take to say that it is there, in milliseconds. */
const patienceMs = 1000;

/**
 * Which services the gateway cannot reach, as a part of its readiness. It is ready while it reaches any: what one that
 * hangs would have answered is refused, and by name, while all else is done; taken out of turn, nothing would be.
 */
@Injectable()
export class ReachableServices {
  constructor(
    private readonly client: ServiceClient,
    readiness: Readiness,
  ) {
    readiness.includePart(() => this.check());
  }

  async check(): Promise<HealthIndicatorResult> {
    const names = allServices();
    const reached = await Promise.all(names.map((name) => this.client.reaches(name, patienceMs)));
    const unreachable = names.filter((_, i) => !reached[i]);
    return { services: { status: unreachable.length < names.length ? 'up' : 'down', unreachable } };
  }
}
