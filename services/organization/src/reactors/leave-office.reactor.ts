import { CloseAccount, EndAppointment } from '@panshi/contracts';
import { defineReactor, issue, type Reaction, type ReactionContext } from '@panshi/read-model';
import { accountsView } from '../views/accounts.view.ts';
import { appointmentsView } from '../views/appointments.view.ts';
import { peopleView } from '../views/people.view.ts';

/**
 * Ends the posts of a person who left the Party, and also the accounts of one who left service. Person, organisation and
 * account are separate streams, so a post or account may be given at the moment the person leaves: each new one is checked
 * too.
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

const endings = (personId: string, context: ReactionContext): Promise<readonly Reaction<EndAppointment>[]> =>
  Array.fromAsync(context.all(appointmentsView, { personId, status: 'running' }), ({ _id, orgId }) =>
    issue(EndAppointment, { orgId, appointmentId: _id, reason: 'standing-lost' }, _id),
  );

const closings = (personId: string, context: ReactionContext): Promise<readonly Reaction<CloseAccount>[]> =>
  Array.fromAsync(context.all(accountsView, { personId, status: 'open' }), ({ username }) =>
    issue(CloseAccount, { username, reason: 'standing-lost' }, username),
  );
