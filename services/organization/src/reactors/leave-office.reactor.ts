import { CloseAccount, EndAppointment } from '@panshi/contracts';
import { defineReactor, issue, type Reaction, type ReactionContext } from '@panshi/read-model';
import { accountsView } from '../views/accounts.view.ts';
import { appointmentsView } from '../views/appointments.view.ts';
import { peopleView } from '../views/people.view.ts';

/**
 * Who leaves the Party leaves its posts, and who leaves service leaves accounts too. Person, organisation and account
 * are streams of their own, so this is a process; it looks also when a post or an account is given, for somebody may
 * have left in the very moment it was.
 */
export const leaveOffice = defineReactor({
  name: 'leave-office',
  issues: [EndAppointment, CloseAccount],
  from: ['PersonStandingChanged', 'AppointmentMade', 'AccountOpened'],
  views: [peopleView, appointmentsView, accountsView],
  async react({ data: { personId } }, context) {
    const person = await context.get(peopleView, personId);
    if (!person) return [];
    const posts = person.serving && person.partyMember ? [] : await endings(personId, context);
    return [...posts, ...(person.serving ? [] : await closings(personId, context))];
  },
});

const endings = async (personId: string, context: ReactionContext): Promise<readonly Reaction<EndAppointment>[]> => {
  const reactions: Reaction<EndAppointment>[] = [];
  for await (const { _id, orgId } of context.all(appointmentsView, { personId, status: 'running' })) {
    reactions.push(issue(EndAppointment, { orgId, appointmentId: _id, reason: 'standing-lost' }, _id));
  }
  return reactions;
};

const closings = async (personId: string, context: ReactionContext): Promise<readonly Reaction<CloseAccount>[]> => {
  const reactions: Reaction<CloseAccount>[] = [];
  for await (const { username } of context.all(accountsView, { personId, status: 'open' })) {
    reactions.push(issue(CloseAccount, { username, reason: 'standing-lost' }, username));
  }
  return reactions;
};
