import { filled, Rejection, type Wordings } from '@panshi/kernel';
import { organizationRejections, type RegionEvent } from '@panshi/contracts';
import { InvalidMessage } from '@panshi/messaging';
import { platformRejections } from '@panshi/service-kit';
import type { RegionRegister } from './region-register.ts';
import type { RegionRow } from './region-row.ts';

/** What comes of a row: what happened, or why nothing may. */
export interface Outcome {
  readonly row: RegionRow;
  readonly events: readonly RegionEvent[];
  readonly refusal?: string;
}

/** Enters each row, those of districts first and those of communities last; one that is refused leaves the others alone. */
export const importRows = async (rows: readonly RegionRow[], register: RegionRegister): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = [];
  const seen = new Map<string, string>();
  for (const row of rows.toSorted((a, b) => a.fields.regionCode.length - b.fields.regionCode.length)) {
    const twin = seen.get(row.fields.regionCode);
    seen.set(row.fields.regionCode, row.where);
    outcomes.push(
      twin === undefined ? await entered(row, register) : { row, events: [], refusal: `${twin} has the same code` },
    );
  }
  return outcomes;
};

const entered = async (row: RegionRow, register: RegionRegister): Promise<Outcome> => {
  try {
    return { row, events: await register.enter(row.fields) };
  } catch (error) {
    return { row, events: [], refusal: refusalOf(error) };
  }
};

const wordings: Wordings = { ...organizationRejections, ...platformRejections };

/** Why a command was refused; what is no refusal is thrown on. */
const refusalOf = (error: unknown): string => {
  if (error instanceof InvalidMessage)
    return error.fields.map(({ field, words }) => `${field}: ${words.en}`).join('; ');
  if (error instanceof Rejection) return filled(wordings[error.code]?.en ?? error.code, error.params);
  throw error;
};
