import { qualifiesAsGridLeader } from '@panshi/contracts';
import { defineView, Schema, type ViewDocument } from '@panshi/read-model';

/** The party posts of one person that let them lead a grid, while they hold any. */
export interface LeaderPostsDocument extends ViewDocument {
  /** Each with its first day in China, `YYYY-MM-DD`, which may lie ahead. */
  readonly posts: readonly { readonly appointmentId: string; readonly from: string }[];
}

export const leaderPosts = defineView({
  name: 'leader-posts',
  version: 1,
  schema: new Schema({ _id: String, posts: [{ _id: false, appointmentId: String, from: String }] }),
  from: ['AppointmentMade', 'AppointmentEnded'],
  keys: ({ data }) => (qualifiesAsGridLeader(data.post) ? [data.personId] : []),
  evolve(document: LeaderPostsDocument | undefined, { type, data }, _id): LeaderPostsDocument | undefined {
    const { appointmentId } = data;
    const others = (document?.posts ?? []).filter((held) => held.appointmentId !== appointmentId);
    const posts = type === 'AppointmentMade' ? [...others, { appointmentId, from: data.from }] : others;
    return posts.length > 0 ? { _id, posts } : undefined;
  },
});
