import { describe, expect, it } from '@jest/globals';
import { posts, qualifiesAsGridLeader } from './posts.ts';

describe('who may lead a grid', () => {
  it.each([
    ['a team member: secretary', 'secretary'],
    ['a team member: deputy secretary', 'deputy-secretary'],
    ['a team member: member of the standing committee', 'standing-committee-member'],
    ['a team member: committee member', 'committee-member'],
    ['a party group leader', 'party-group-leader'],
    ['a party-member backbone', 'party-backbone'],
  ])('%s may', (_, post) => expect(qualifiesAsGridLeader(post)).toBe(true));

  it.each(['party-building-instructor', 'party-affairs-worker', 'mayor', '', 'constructor', 'toString'])(
    '%j may not',
    (post) => expect(qualifiesAsGridLeader(post)).toBe(false),
  );
});

describe('posts', () => {
  it('has one secretary an organisation and one leader a party group, and several of everything else', () => {
    const single = Object.entries(posts).filter(([, post]) => post.single);
    expect(single.map(([code]) => code)).toEqual(['secretary', 'party-group-leader']);
  });

  it('gives every post to some kind of organisation', () => {
    for (const { kinds } of Object.values(posts)) expect(kinds.length).toBeGreaterThan(0);
  });

  it('lets a party group have a leader and backbones, no secretary', () => {
    const ofGroups = Object.entries(posts).filter(([, { kinds }]) => kinds.includes('party-group'));
    expect(ofGroups.map(([code]) => code)).toEqual(['party-group-leader', 'party-backbone']);
  });
});
