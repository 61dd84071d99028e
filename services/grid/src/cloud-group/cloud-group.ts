import type { CloudGroupDecided, CloudGroupEvent, MembershipSource } from '@panshi/contracts';
import type { Decide, Fold, LocalDate } from '@panshi/kernel';

/** How many were in a group, who counted, and when. */
export interface Membership {
  readonly members: number;
  readonly source: MembershipSource;
  readonly countedOn: LocalDate;
}

/** A chat group of residents (云社区群), with its last count. Who is in it is not held. */
export interface CloudGroup {
  readonly groupId: string;
  readonly communityCode: string;
  readonly gridCode?: string;
  readonly name: string;
  readonly counted?: Membership;
}

/** How a cloud group follows from what happened to it. */
export const cloudGroupFold: Fold<CloudGroup | undefined, CloudGroupEvent | CloudGroupDecided> = {
  initial: undefined,
  evolve(group, { type, data }) {
    if (type === 'CloudGroupOpened') return data;
    if (type === 'CloudGroupMoved') return group && { ...group, gridCode: data.gridCode };
    const { members, source, countedOn } = data;
    return group && { ...group, counted: { members, source, countedOn } };
  },
};

/** A rule of cloud groups. */
export type DecideCloudGroup<Command, Facts = unknown> = Decide<
  CloudGroup | undefined,
  Command,
  CloudGroupDecided,
  Facts
>;
