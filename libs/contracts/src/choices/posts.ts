import type { Bilingual } from '../vocabulary/bilingual.ts';
import type { PartyOrgKind } from './party-org-kinds.ts';

/** What a post makes of its holder: a member of the leading team (班子), a group's leader, a backbone, or staff. */
export type PostStanding = 'team' | 'group-leader' | 'backbone' | 'staff';

interface Post {
  readonly title: Bilingual;
  readonly standing: PostStanding;
  /** Kinds of party organisation that have this post. */
  readonly kinds: readonly PartyOrgKind[];
  /** One holder at a time in an organisation. */
  readonly single?: true;
}

const communities: readonly PartyOrgKind[] = ['community-committee', 'community-general-branch'];
const committees: readonly PartyOrgKind[] = ['district-committee', 'street-working-committee', ...communities];
const local: readonly PartyOrgKind[] = [...communities, 'grid-branch', 'party-group'];

const postsOf = <Code extends string>(table: Readonly<Record<Code, Post>>): typeof table => table;

/** The posts (职务) of party organisations. Only members of the Party hold them. */
export const posts = postsOf({
  secretary: {
    title: { zh: '书记', en: 'Secretary' },
    standing: 'team',
    kinds: [...committees, 'grid-branch'],
    single: true,
  },
  'deputy-secretary': {
    title: { zh: '副书记', en: 'Deputy secretary' },
    standing: 'team',
    kinds: [...committees, 'grid-branch'],
  },
  'standing-committee-member': {
    title: { zh: '常委', en: 'Standing committee member' },
    standing: 'team',
    kinds: ['district-committee'],
  },
  'committee-member': {
    title: { zh: '委员', en: 'Committee member' },
    standing: 'team',
    kinds: [...committees, 'grid-branch'],
  },
  'party-group-leader': {
    title: { zh: '党小组长', en: 'Party group leader' },
    standing: 'group-leader',
    kinds: ['party-group'],
    single: true,
  },
  'party-backbone': { title: { zh: '党员骨干', en: 'Party backbone' }, standing: 'backbone', kinds: local },
  'party-building-instructor': {
    title: { zh: '党建指导员', en: 'Party-building instructor' },
    standing: 'staff',
    kinds: [...committees, 'grid-branch'],
  },
  'party-affairs-worker': {
    title: { zh: '党务工作者', en: 'Party affairs worker' },
    standing: 'staff',
    kinds: [...committees, 'grid-branch'],
  },
});

/** A post's code, as events carry it. */
export type PostCode = keyof typeof posts;

const isPost = (post: string): post is PostCode => Object.hasOwn(posts, post);

const leading: readonly PostStanding[] = ['team', 'group-leader', 'backbone'];

/**
 * Whether a post lets its holder lead a grid (网格长): a party organisation's team member, a party group's leader or a
 * party-member backbone. Source: the district's rule of grid-based party building (党组织班子成员、党小组长、党员骨干).
 */
export const qualifiesAsGridLeader = (post: string): boolean => isPost(post) && leading.includes(posts[post].standing);
