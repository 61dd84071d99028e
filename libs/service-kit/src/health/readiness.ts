import { Inject, Injectable, ServiceUnavailableException } from '@nestjs/common';
import {
  type HealthCheckResult,
  HealthCheckService,
  type HealthIndicatorFunction,
  type HealthIndicatorResult,
} from '@nestjs/terminus';
import { Lifecycle } from '../lifecycle/lifecycle.ts';
import type { LiveModel } from '../models/live-model.ts';
import { TRANSPORT } from '../tokens.ts';
import type { Transport } from '../transport/transport.ts';
import type { ServiceHealth } from './service-health.ts';
import { StoreProbe } from './store-probe.ts';

/**
 * Whether this process can do its work, in parts: the log can be written, each view and model has caught up, and
 * nothing that should run has ended. The parts are indicators for @nestjs/terminus.
 */
@Injectable()
export class Readiness {
  readonly #services: ServiceHealth[] = [];
  readonly #parts: HealthIndicatorFunction[] = [];

  constructor(
    private readonly health: HealthCheckService,
    private readonly probe: StoreProbe,
    private readonly lifecycle: Lifecycle,
    @Inject(TRANSPORT) private readonly ends: Pick<Transport, 'serving'>,
  ) {}

  /** Counts a service among those that must be ready. */
  include(service: ServiceHealth): void {
    this.#services.push(service);
  }

  /** Counts a part of this process alone, which a start does not wait for. */
  includePart(part: HealthIndicatorFunction): void {
    this.#parts.push(part);
  }

  /** All parts; `status` is `ok` when each is up. */
  report(): Promise<HealthCheckResult> {
    return this.#check(() => this.transport(), ...this.#parts);
  }

  /**
   * Whether requests may come: all parts but the transport that would bring them.
   * @throws {ModelFailed} where they never may
   */
  async caughtUp(): Promise<boolean> {
    for (const { fault } of this.#models()) if (fault) throw fault;
    return (await this.#check()).status === 'ok';
  }

  async #check(...more: readonly HealthIndicatorFunction[]): Promise<HealthCheckResult> {
    try {
      return await this.health.check([
        () => this.store(),
        () => asked('views', this.views()),
        () => this.models(),
        () => asked('reactors', this.reactors()),
        () => this.work(),
        ...more,
      ]);
    } catch (error) {
      if (error instanceof ServiceUnavailableException) return error.getResponse() as HealthCheckResult;
      throw error;
    }
  }

  /** Whether requests come here and go out. */
  async transport(): Promise<HealthIndicatorResult> {
    return indicated('transport', this.ends.serving(), {});
  }

  /** Whether the log can be written; where not, why. */
  async store(): Promise<HealthIndicatorResult> {
    const reason = await this.probe.fault();
    return indicated('store', reason === undefined, { ...(reason !== undefined && { reason }) });
  }

  /**
   * Each view's lag, in seconds and, where the log's positions count events, in positions too, and how many of its
   * documents are parked.
   */
  async views(): Promise<HealthIndicatorResult> {
    const views = (await Promise.all(this.#services.map((service) => service.views.lags()))).flat();
    return indicated(
      'views',
      views.every(({ ready }) => ready),
      Object.fromEntries(views.map(({ view, ...lag }) => [view, lag])),
    );
  }

  async models(): Promise<HealthIndicatorResult> {
    const models = this.#models();
    return indicated(
      'models',
      models.every(({ caughtUp }) => caughtUp),
      Object.fromEntries(
        models.map(({ definition, caughtUp, position, fault }) => [
          definition.name,
          { caughtUp, position, ...(fault && { failedAt: { position: fault.position, type: fault.type } }) },
        ]),
      ),
    );
  }

  #models(): readonly LiveModel[] {
    return this.#services.flatMap((service) => [...service.models.all()]);
  }

  /** How far each reactor is. A reactor that waits for another service is no reason to send this one no requests. */
  async reactors(): Promise<HealthIndicatorResult> {
    const reactors = (await Promise.all(this.#services.map((service) => service.reactors.progress()))).flat();
    return indicated(
      'reactors',
      true,
      Object.fromEntries(reactors.map(({ reactor, ...progress }) => [reactor, progress])),
    );
  }

  /** Projectors, models, reactors and timers that have ended before their time. */
  async work(): Promise<HealthIndicatorResult> {
    const { failed } = this.lifecycle;
    return indicated('work', failed.size === 0, { ended: [...failed.keys()] });
  }
}

/** A part whose store does not answer is down, and says no more of it than the name of its error: anybody may ask. */
const asked = (name: string, part: Promise<HealthIndicatorResult>): Promise<HealthIndicatorResult> =>
  part.catch((error: unknown) => indicated(name, false, { error: (error as Error).name }));

const indicated = (name: string, up: boolean, details: object): HealthIndicatorResult => ({
  [name]: { status: up ? 'up' : 'down', ...details },
});
