import { LeaseLost } from '../errors.ts';
import { latestEnd } from '../lease-time.ts';
import type { CheckpointStore, Lease, Position } from '../port.ts';
import { ordinalOf } from '../position.ts';

interface Held {
  readonly lease: Lease;
  readonly expiresAt: number;
}

export class MemoryCheckpoints implements CheckpointStore {
  readonly #clock: () => number;
  readonly #leases = new Map<string, Held>();
  readonly #positions = new Map<string, Position>();

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  async acquire(name: string, owner: string, ttlMs: number): Promise<Lease | undefined> {
    const now = this.#clock();
    const held = this.#leases.get(name);
    const lasts = held !== undefined && held.expiresAt > now && held.expiresAt <= latestEnd(now, ttlMs);
    if (lasts && held.lease.owner !== owner) return undefined;
    const before = held?.lease.fence ?? 0;
    const lease = { name, owner, fence: held?.lease.owner === owner ? before : before + 1 };
    this.#leases.set(name, { lease, expiresAt: now + ttlMs });
    return lease;
  }

  async save(lease: Lease, position: Position): Promise<void> {
    ordinalOf(position);
    if (!this.#holds(lease)) throw new LeaseLost(`${lease.owner} holds the lease of ${lease.name} no more`);
    const saved = this.#positions.get(lease.name);
    if (saved === undefined || saved < position) this.#positions.set(lease.name, position);
  }

  async load(name: string): Promise<Position | undefined> {
    return this.#positions.get(name);
  }

  async release(lease: Lease): Promise<void> {
    if (this.#holds(lease)) this.#leases.set(lease.name, { lease: { ...lease, owner: '' }, expiresAt: 0 });
  }

  #holds({ name, owner, fence }: Lease): boolean {
    const held = this.#leases.get(name)?.lease;
    return held?.owner === owner && held.fence === fence;
  }
}
