import type { PublishCatalogue } from '@panshi/contracts';
import { reject } from '../reject.ts';

type Entry = PublishCatalogue['categories'][number];
type Limit = Entry['limit'];

/** @throws {Rejection} where a catalogue contradicts itself */
export const checkCatalogue = ({ units, classes, categories }: PublishCatalogue): void => {
  const kinds = new Map(classes.map(({ code, kind }) => [code, kind]));
  const known = new Set(units.map(({ code }) => code));
  distinct(units.map(({ code }) => code));
  distinct(classes.map(({ code }) => code));
  distinct(categories.map(({ code }) => code));
  for (const { code, kind } of classes) {
    if (code.startsWith('1') !== (kind === 'component')) reject('catalogue.class-of-other-kind', { code, kind });
  }
  for (const category of categories) {
    const { code, responsibleUnit: unit } = category;
    if (!known.has(unit)) reject('catalogue.unit-unknown', { code, unit });
    checkCategory(category, kinds);
  }
};

const checkCategory = (
  { code, limit, urgent, handlingStages = [] }: Entry,
  classes: ReadonlyMap<string, string>,
): void => {
  if (!classes.has(code.slice(0, 3))) reject('catalogue.class-unknown', { code });
  for (const one of [limit, ...handlingStages.map((stage) => stage.limit)]) checkLimit(code, one);
  if (urgent && limit.kind !== 'natural-hours') reject('catalogue.urgent-counts-natural-hours', { code });
  if (handlingStages.some((stage) => stage.limit.kind !== limit.kind)) reject('catalogue.stages-count-alike', { code });
  const together = handlingStages.reduce((sum, stage) => sum + stage.limit.amount, 0);
  if (together > limit.amount) reject('catalogue.stages-exceed-limit', { code, together, limit: limit.amount });
};

const checkLimit = (code: string, { kind, amount }: Limit): void => {
  if (!(amount > 0)) reject('catalogue.limit-not-positive', { code, amount });
  if (kind === 'working-days' && !Number.isInteger(amount)) reject('catalogue.limit-in-whole-days', { code, amount });
};

const distinct = (codes: readonly string[]): void => {
  const twice = codes.find((code, i) => codes.indexOf(code) !== i);
  if (twice !== undefined) reject('catalogue.code-twice', { code: twice });
};
