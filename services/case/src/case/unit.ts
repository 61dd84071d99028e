import type { OwnUnit } from '@panshi/contracts';
import { within } from '@panshi/kernel';
import { type Edition, unitOf } from '../catalogue/catalogue.ts';
import { reject } from '../reject.ts';
import type { Filed, Running } from './case.ts';

/** What a decision knows of the person who acts: the units they handle cases for, and where. */
export interface Handler {
  readonly handlesFor: readonly OwnUnit[];
}

/** Where a case lies with the leader of its own grid. */
const ownGrid = '所在网格';

/** The Chinese name of a unit of the edition, or of the grid itself. @throws {Rejection} `case.unit-unknown` */
export const unitName = (edition: Edition, unit: string, gridCode: string): string => {
  if (unit === gridCode) return ownGrid;
  return unitOf(edition, unit)?.name.zh ?? reject('case.unit-unknown', { unit, edition: edition.edition });
};

/** Whether the case lies with a unit that the person handles cases for, there. */
export const isOwn = ({ unit, gridCode }: Filed, { handlesFor }: Handler): boolean =>
  handlesFor.some((own) => own.unit === unit && within(gridCode, own.territory));

/** @throws {Rejection} `case.other-unit` where the case lies with a unit that the person does not handle cases for */
export const ofOwnUnit = <S extends Running>(state: S, handler: Handler): S =>
  isOwn(state, handler) ? state : reject('case.other-unit', { unit: state.unit });
