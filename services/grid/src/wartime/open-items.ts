import type { DecidedOf, Handover } from '@panshi/contracts';
import { reject } from '../reject.ts';
import type { Authority } from './activation-rules.ts';
import { covers, overlaps, type Scope } from './scope.ts';

/** What is still open in an activation, whether its mobilisation is written yet or not. */
export interface OpenFacts extends Authority {
  /** Codes of the district's grids that have not checked in to it, in its scope or not. */
  readonly openGrids: readonly string[];
}

/** The same where somebody is named who is to take over. */
export interface HandoverFacts extends OpenFacts {
  /** Whom the command hands something to, and nobody knows. */
  readonly unknownTakers: readonly string[];
  /** What the command hands over, and never was a grid or held one. */
  readonly unknownPlaces: readonly string[];
}

/**
 * Nothing is handed over that the activation does not concern: a mistyped code would be lost without a word. A grid that has
 * ended meanwhile is concerned still.
 * @throws {Rejection} `wartime.handed-over-elsewhere`
 */
export const assertConcerned = (
  scope: Scope,
  handovers: readonly Handover[],
  { unknownPlaces }: HandoverFacts,
): void => {
  const unknown = new Set(unknownPlaces);
  const foreign = handovers.find(({ id }) => unknown.has(id) || !overlaps([id], scope));
  if (foreign) reject('wartime.handed-over-elsewhere', { region: foreign.id });
};

/** @throws {Rejection} `wartime.unknown-taker` */
export const assertTakers = ({ unknownTakers: [handedTo] }: HandoverFacts): void => {
  if (handedTo !== undefined) reject('wartime.unknown-taker', { handedTo });
};

type OpenItems = DecidedOf<'WartimeStoodDown'>['data']['openItems'];

/**
 * Every open item with who has it from now on: the handover that names it most closely.
 * @throws {Rejection} `wartime.items-left-to-nobody`
 */
export const handedOver = (openGrids: readonly string[], handovers: readonly Handover[]): OpenItems => {
  const closestFirst = handovers.toSorted((a, b) => b.id.length - a.id.length);
  const heirs = openGrids.map((id) => ({ id, heir: closestFirst.find((handover) => covers([handover.id], id)) }));
  const left = heirs.filter(({ heir }) => heir === undefined);
  if (left[0]) reject('wartime.items-left-to-nobody', { count: left.length, first: left[0].id });
  return heirs.map(({ id, heir }) => ({ kind: 'mobilisation', id, handedTo: heir!.handedTo }));
};
