import { defineModel } from '@panshi/service-kit';
import type { Standing } from '../standing.ts';

/** Every person's standing by id: what appointing and opening accounts look up. Holds no personal value. */
export const peopleModel = defineModel({
  name: 'people',
  from: ['PersonRegistered', 'PersonStandingChanged'],
  create: () => new Map<string, Standing>(),
  apply(people, { type, data }) {
    const { partyMember, regionCode } = data;
    people.set(data.personId, { partyMember, regionCode, serving: type === 'PersonRegistered' || data.serving });
  },
});
