import type { EventStore, Position } from '@panshi/event-store';
import type { ReactorDefinition } from '../reactor.ts';
import { reactorCheckpoint } from './reactor-runner.ts';

const leaseMs = 10_000;

/**
 * Has reactors that have not run yet begin after a position: an imported log holds what they would cause already.
 * Reactors that have run, or run now, are left alone.
 */
export const passReactors = async (
  { checkpoints }: Pick<EventStore, 'checkpoints'>,
  reactors: readonly Pick<ReactorDefinition, 'name'>[],
  position: Position,
): Promise<void> => {
  for (const name of reactors.map((reactor) => reactorCheckpoint(reactor.name))) {
    const lease = await checkpoints.acquire(name, 'import', leaseMs);
    if (!lease) continue;
    if ((await checkpoints.load(name)) === undefined) await checkpoints.save(lease, position);
    await checkpoints.release(lease);
  }
};
