import {
  type Bilingual,
  caseStages,
  classKinds,
  gridStatuses,
  hazards,
  incidentStatuses,
  partyOrgKinds,
  permissions,
  placeLevels,
  posts,
  responseLevels,
  ringProblems,
  roleNames,
} from '@panshi/contracts';
import { chinaTime } from '@panshi/kernel';
import type { Language } from './wording.ts';

type Titles = Readonly<Record<string, Bilingual>>;

const titlesOf = (table: Readonly<Record<string, { readonly title: Bilingual }>>): Titles =>
  Object.fromEntries(Object.entries(table).map(([code, { title }]) => [code, title]));

const kinds = { ...titlesOf(partyOrgKinds), ...classKinds };
const roles = titlesOf(roleNames);

/** What the values of a placeholder are called, by its name. */
const titles: Readonly<Record<string, Titles>> = {
  stage: caseStages,
  needed: caseStages,
  status: { ...incidentStatuses, ...gridStatuses },
  kind: kinds,
  parentKind: kinds,
  childKind: kinds,
  post: titlesOf(posts),
  role: roles,
  other: roles,
  grant: roles,
  held: roles,
  hazard: hazards,
  level: { ...responseLevels, ...placeLevels },
  problem: ringProblems,
  permission: permissions,
};

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** Of each of several, the first word is a code: a grant names a role, then a place. */
const titled = (value: string, known: Titles, language: Language): string =>
  value
    .split(', ')
    .map((said) => said.replace(/^[^ ]+/, (code) => (Object.hasOwn(known, code) ? known[code]![language] : code)))
    .join(language === 'zh' ? '或' : ' or ');

/** A parameter of a refusal as a person says it: a code by its title, an instant by the clocks of China. */
export const spoken = (name: string, value: string | number, language: Language): string => {
  if (typeof value === 'number') return String(value);
  if (instant.test(value)) return chinaTime(value).slice(0, 16).replace('T', ' ');
  const known = titles[name];
  return known ? titled(value, known, language) : value;
};
