import type { RegionLevel } from '@panshi/kernel';
import type { Bilingual } from '../vocabulary/bilingual.ts';

interface KindRule<Kind extends string> {
  readonly title: Bilingual;
  /** Kinds it may stand under; none: it is a root. Every kind stands under higher ones only, so no cycle can form. */
  readonly parents: readonly Kind[];
  /** Levels of the place it may work in. */
  readonly levels: readonly RegionLevel[];
  /** Of all kinds with the same `leads`, a place has one organisation. */
  readonly leads?: 'district' | 'street' | 'community';
}

const kindsOf = <Kind extends string>(rules: Readonly<Record<Kind, KindRule<NoInfer<Kind>>>>): typeof rules => rules;

/**
 * The kinds of party organisation (党组织), from the district committee down. The article names the chain: district,
 * street, village or community, grid branch or group.
 */
export const partyOrgKinds = kindsOf({
  'district-committee': {
    title: { zh: '区委', en: 'District committee' },
    parents: [],
    levels: ['district'],
    leads: 'district',
  },
  'street-working-committee': {
    title: { zh: '街道党工委', en: 'Street working committee' },
    parents: ['district-committee'],
    levels: ['street'],
    leads: 'street',
  },
  'community-committee': {
    title: { zh: '村（社区）党委', en: 'Village or community committee' },
    parents: ['street-working-committee'],
    levels: ['community'],
    leads: 'community',
  },
  'community-general-branch': {
    title: { zh: '村（社区）党总支', en: 'Village or community general branch' },
    parents: ['street-working-committee'],
    levels: ['community'],
    leads: 'community',
  },
  'grid-branch': {
    title: { zh: '网格党支部', en: 'Grid branch' },
    parents: ['community-committee', 'community-general-branch'],
    levels: ['community', 'grid'],
  },
  'party-group': {
    title: { zh: '党小组', en: 'Party group' },
    parents: ['community-committee', 'community-general-branch', 'grid-branch'],
    levels: ['community', 'grid'],
  },
});

export type PartyOrgKind = keyof typeof partyOrgKinds;
