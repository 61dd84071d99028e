import type { PublishCatalogue } from '@panshi/contracts';
import { reject } from '@panshi/kernel';

type Entry = PublishCatalogue['categories'][number];
type Limit = Entry['limit'];

/** @throws {Rejection} where a catalogue contradicts itself */
export const checkCatalogue = ({ classes, categories }: PublishCatalogue): void => {
  const kinds = new Map(classes.map(({ code, kind }) => [code, kind]));
  distinct(classes.map(({ code }) => code));
  distinct(categories.map(({ code }) => code));
  for (const { code, kind } of classes) {
    if (code.startsWith('1') !== (kind === 'component')) refuse('catalogue.class-of-other-kind', { code, kind });
  }
  for (const category of categories) checkCategory(category, kinds);
};

const checkCategory = (
  { code, limit, urgent, handlingStages = [] }: Entry,
  classes: ReadonlyMap<string, string>,
): void => {
  if (!classes.has(code.slice(0, 3))) refuse('catalogue.class-unknown', { code });
  for (const one of [limit, ...handlingStages.map((stage) => stage.limit)]) checkLimit(code, one);
  if (urgent && limit.kind !== 'natural-hours') refuse('catalogue.urgent-counts-natural-hours', { code });
  if (handlingStages.some((stage) => stage.limit.kind !== limit.kind)) refuse('catalogue.stages-count-alike', { code });
  const together = handlingStages.reduce((sum, stage) => sum + stage.limit.amount, 0);
  if (together > limit.amount) refuse('catalogue.stages-exceed-limit', { code, together, limit: limit.amount });
};

const checkLimit = (code: string, { kind, amount }: Limit): void => {
  if (!(amount > 0)) refuse('catalogue.limit-not-positive', { code, amount });
  if (kind === 'working-days' && !Number.isInteger(amount)) refuse('catalogue.limit-in-whole-days', { code, amount });
};

const distinct = (codes: readonly string[]): void => {
  const twice = codes.find((code, i) => codes.indexOf(code) !== i);
  if (twice !== undefined) refuse('catalogue.code-twice', { code: twice });
};

const refuse = (code: string, params: Record<string, string | number>): never => reject(code, params, 'invalid');
