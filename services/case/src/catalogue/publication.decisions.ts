import type {
  ApprovePublication,
  CatalogueDecided,
  DeclinePublication,
  PublicationKind,
  WithdrawPublication,
} from '@panshi/contracts';
import type { Actor, Instant } from '@panshi/kernel';
import { reject } from '../reject.ts';
import type { Catalogue, Proposal } from './catalogue.ts';
import { proposalKey } from './catalogue.ts';
import { afterLast, checkEditions, checkVersions, type DecideCatalogue } from './catalogue.decisions.ts';

/**
 * Publishes what another person proposed. Its rules are checked again, as things stand now; where its time has passed
 * meanwhile it takes effect at once.
 */
export const approvePublication: DecideCatalogue<ApprovePublication> = (state, command, { now, actor }) => {
  const proposal = waiting(state, command);
  const { proposedBy, proposedAccount } = proposal.data;
  if (actor.person === proposedBy || actor.account === proposedAccount)
    reject('catalogue.own-proposal', { name: command.name });
  return [published(state, proposal, now, actor)];
};

const published = (state: Catalogue, { kind, data }: Proposal, now: Instant, { person }: Actor): CatalogueDecided => {
  const from = data.effectiveFrom !== undefined && data.effectiveFrom > now ? data.effectiveFrom : now;
  if (kind === 'catalogue') {
    checkEditions(state, data, now);
    const { proposedBy: _person, proposedAccount: _account, ...edition } = data;
    const effectiveFrom = afterLast(from, state.editions.at(-1)?.effectiveFrom);
    return { type: 'CataloguePublished', data: { ...edition, effectiveFrom, approvedBy: person } };
  }
  checkVersions(state, data, now);
  const { proposedBy: _person, proposedAccount: _account, ...version } = data;
  const effectiveFrom = afterLast(from, state.calendars.at(-1)?.effectiveFrom);
  return { type: 'CalendarPublished', data: { ...version, effectiveFrom, approvedBy: person } };
};

/** Declines what was proposed; its name is free again. */
export const declinePublication: DecideCatalogue<DeclinePublication> = (state, command, { actor }) => {
  waiting(state, command);
  return [{ type: 'PublicationDeclined', data: { ...command, declinedBy: actor.person } }];
};

/** Withdraws what waits for a second person, or is not yet in force; its name is free again. */
export const withdrawPublication: DecideCatalogue<WithdrawPublication> = (state, command, { now, actor }) => {
  const { kind, name } = command;
  if (!state.proposals.has(proposalKey(kind, name))) {
    const { effectiveFrom } = find(state, kind, name) ?? reject('catalogue.unknown-publication', { name });
    if (effectiveFrom <= now) reject('catalogue.in-force', { name, effectiveFrom });
  }
  return [{ type: 'PublicationWithdrawn', data: { ...command, withdrawnBy: actor.person } }];
};

const find = ({ editions, calendars }: Catalogue, kind: PublicationKind, name: string) =>
  kind === 'catalogue'
    ? editions.find(({ edition }) => edition === name)
    : calendars.find(({ calendar }) => calendar.version === name);

/** @throws {Rejection} `catalogue.not-proposed`, `catalogue.unknown-publication` */
const waiting = (state: Catalogue, { kind, name }: ApprovePublication): Proposal => {
  const proposal = state.proposals.get(proposalKey(kind, name));
  if (proposal) return proposal;
  return find(state, kind, name)
    ? reject('catalogue.not-proposed', { name })
    : reject('catalogue.unknown-publication', { name });
};
