import type { Bilingual } from '../vocabulary/bilingual.ts';

/** Who counted the members of a cloud group. */
export const membershipSources = {
  'group-owner': { zh: '群主清点', en: 'Counted by who runs the group' },
  platform: { zh: '平台后台统计', en: 'Read from the chat platform' },
  street: { zh: '街道汇总', en: 'Summed up by the street' },
} as const satisfies Record<string, Bilingual>;

export type MembershipSource = keyof typeof membershipSources;
