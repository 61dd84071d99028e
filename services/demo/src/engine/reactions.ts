import type { CommandType, Principal } from '@panshi/contracts';
import { Rejection } from '@panshi/kernel';
import {
  type DueDocument,
  type Issued,
  type Reaction,
  reactionIds,
  type TimerDefinition,
  timerIds,
  type ViewDefinition,
} from '@panshi/read-model';
import type { ServiceDefinition } from '@panshi/service-kit';
import { instant } from '../time.ts';
import type { Simulation } from './simulation.ts';

/** The system itself, before anybody has an account. */
export const system: Principal = { actor: { account: 'system', person: 'system', post: '' }, grants: [], system: true };

/** How long a reactor takes to see an event, and how far apart it issues what follows; milliseconds. */
const SEEN = 120;
const APART = 4;

/** How long after the due time the clock looks. */
const LOOKED = 900;

/** The views that decisions, reactors and timers of services look in. */
export const viewsRead = (services: readonly ServiceDefinition[]): readonly ViewDefinition[] =>
  services.flatMap(({ aggregates, reactors, timers }) => [
    ...aggregates.flatMap(({ views = [] }) => views),
    ...reactors.flatMap(({ views = [] }) => views),
    ...timers.map(({ view }) => view),
  ]);

/** Lets the services' reactors answer what happens, with the ids they would use. */
export const followReactors = (services: readonly ServiceDefinition[], simulation: Simulation): void => {
  for (const reactor of services.flatMap((service) => service.reactors))
    simulation.on(reactor.from, (event) =>
      simulation.at(simulation.now + SEEN, async () => {
        const reactions = await reactor.react(event, simulation.world);
        for (const [i, reaction] of reactions.entries()) {
          const issued = reactionIds(reactor.name, event, reaction);
          simulation.at(simulation.now + i * APART, () => answer(simulation, reaction, issued));
        }
      }),
    );
};

/** Lets the services' timers act when documents fall due. */
export const followTimers = (services: readonly ServiceDefinition[], simulation: Simulation): void => {
  for (const timer of services.flatMap((service) => service.timers)) {
    const noted = new Map<string, string>();
    simulation.world.watch(timer.view, ({ _id, dueAt }: DueDocument) => {
      if (dueAt === undefined || noted.get(_id) === dueAt) return;
      noted.set(_id, dueAt);
      simulation.at(Date.parse(dueAt) + LOOKED, () => look(simulation, timer, _id, dueAt));
    });
  }
};

/** What has changed since is no longer due. */
const look = async (simulation: Simulation, timer: TimerDefinition, id: string, dueAt: string): Promise<void> => {
  const document = simulation.world.of(timer.view).document(id);
  if (document?.dueAt !== dueAt) return;
  const reaction = timer.react(document, instant(simulation.now));
  if (reaction) await answer(simulation, reaction, timerIds(timer.name, document, reaction));
};

/** A reaction refused is passed over, as in a running system: what it was about has changed since. */
const answer = async (simulation: Simulation, { command }: Reaction, { actor, ...ids }: Issued): Promise<void> => {
  try {
    await simulation.issue({ ...system, actor }, command.constructor as CommandType, command, ids);
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    simulation.refused.push(`${command.constructor.name}: ${error.code}`);
  }
};
