import type { AppointmentEvent, PartyOrgEvent, PartyOrgKind } from '@panshi/contracts';
import { partyOrgKinds } from '@panshi/contracts';
import type { RegionCode } from '@panshi/kernel';

export interface PartyOrgNode {
  readonly orgId: string;
  readonly parentId?: string;
  readonly kind: PartyOrgKind;
  readonly regionCode: RegionCode;
}

/**
 * The formed organisations as a tree. A tree spans streams, so a decision gets it as a fact, a moment old at worst: two
 * commands at the very same moment may still leave a child below a parent that is being dissolved, or two leading
 * organisations in a place. Nothing else depends on that being exact, and it is mended by reorganising.
 */
export class PartyOrgTree {
  readonly #nodes = new Map<string, PartyOrgNode>();
  readonly #appointments = new Set<string>();

  apply({ type, data }: PartyOrgEvent | AppointmentEvent): void {
    if (type === 'AppointmentMade') this.#appointments.add(data.appointmentId);
    if (type === 'PartyOrgDissolved') this.#nodes.delete(data.orgId);
    if (type !== 'PartyOrgFormed' && type !== 'PartyOrgReorganised') return;
    const { orgId, parentId, regionCode } = data;
    this.#nodes.set(orgId, { orgId, parentId, kind: data.kind, regionCode });
  }

  node(orgId: string): PartyOrgNode | undefined {
    return this.#nodes.get(orgId);
  }

  /** Whether the organisation is the other one, or stands below it. */
  isUnder(orgId: string, other: string): boolean {
    if (orgId === other) return true;
    const parentId = this.#nodes.get(orgId)?.parentId;
    return parentId !== undefined && this.isUnder(parentId, other);
  }

  children(orgId: string): readonly PartyOrgNode[] {
    return [...this.#nodes.values()].filter(({ parentId }) => parentId === orgId);
  }

  /** The organisation that leads the place, where the kind is one that a place has one of. */
  leading(kind: PartyOrgKind, regionCode: RegionCode): PartyOrgNode | undefined {
    const { leads } = partyOrgKinds[kind];
    if (!leads) return undefined;
    return [...this.#nodes.values()].find(
      (node) => node.regionCode === regionCode && partyOrgKinds[node.kind].leads === leads,
    );
  }

  /** Whether an appointment was ever made under that id, in any organisation. */
  appointmentKnown(appointmentId: string): boolean {
    return this.#appointments.has(appointmentId);
  }
}
