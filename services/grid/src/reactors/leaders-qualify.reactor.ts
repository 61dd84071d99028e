import { type EventData, qualifiesAsGridLeader, ReviewGridLeader } from '@panshi/contracts';
import { defineReactor, issue, type Reaction, type ReactionContext } from '@panshi/read-model';
import { gridBoard } from '../views/grid-board.view.ts';
import { leaderPosts } from '../views/leader-posts.view.ts';

interface Lead {
  readonly gridCode: string;
  readonly leaderId?: string;
}

const reviewed = ({ gridCode, leaderId: personId }: Lead): readonly Reaction<ReviewGridLeader>[] =>
  personId === undefined ? [] : [issue(ReviewGridLeader, { gridCode, personId }, gridCode)];

/** Reviews the leader of every grid that a person leads whose qualifying post has ended. */
const ledBy = async (
  { personId, post }: EventData['AppointmentEnded'],
  context: ReactionContext,
): Promise<readonly Reaction<ReviewGridLeader>[]> => {
  if (!qualifiesAsGridLeader(post)) return [];
  const led = context.all(gridBoard, { status: 'active', leaderId: personId });
  return (await Array.fromAsync(led, ({ _id }) => reviewed({ gridCode: _id, leaderId: personId }))).flat();
};

/**
 * Releases grid leaders whose last qualifying party post has ended. A leader may be appointed, or go on in a grid's
 * successor, at the moment the post ends, so those are reviewed too. The decision reads the view of posts, which has passed
 * the event by then.
 */
export const leadersQualify = defineReactor({
  name: 'leaders-qualify',
  issues: [ReviewGridLeader],
  from: ['AppointmentEnded', 'GridLeaderAppointed', 'GridSplit', 'GridsMerged'],
  views: [gridBoard, leaderPosts],
  react({ type, data }, context) {
    switch (type) {
      case 'AppointmentEnded':
        return ledBy(data, context);
      case 'GridLeaderAppointed':
        return reviewed({ gridCode: data.gridCode, leaderId: data.personId });
      case 'GridSplit':
        return data.parts.flatMap(reviewed);
      case 'GridsMerged':
        return reviewed(data.merged);
    }
  },
});
