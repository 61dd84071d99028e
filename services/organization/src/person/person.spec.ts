import { describe, it } from '@jest/globals';
import type { PersonEvent } from '@panshi/contracts';
import { scenario, sealedText } from '@panshi/testing';
import { changeStanding, correctPerson, registerPerson } from './person.decisions.ts';
import { personFold } from './person.ts';

const person = scenario(personFold);
const personId = 'person-1';

const registered: PersonEvent = {
  type: 'PersonRegistered',
  data: { personId, name: sealedText(), partyMember: true, regionCode: '320113001' },
};
const withPhone: PersonEvent = { ...registered, data: { ...registered.data, phone: sealedText() } };
const corrected = (phone: boolean): PersonEvent => ({
  type: 'PersonCorrected',
  data: { personId, ...(phone ? { phone: sealedText(), phoneWithdrawn: false } : { phoneWithdrawn: true }) },
});
const left: PersonEvent = {
  type: 'PersonStandingChanged',
  data: { personId, partyMember: true, serving: false, regionCode: '320113001' },
};

describe('registering a person', () => {
  const command = { personId, name: '演示甲', phone: '13800000000', partyMember: true, regionCode: '320113001' };

  it('records what was given, to be sealed before the log', () =>
    person.given().when(registerPerson, command).then({ type: 'PersonRegistered', data: command }));

  it('takes an id from the command where none was given', () =>
    person
      .given()
      .when(registerPerson, { ...command, personId: undefined })
      .thenLike({ type: 'PersonRegistered', data: { personId: 'personId-1' } }));

  it('is refused under an id in use', () =>
    person.given(registered).when(registerPerson, command).thenRejected('person.exists', { personId }));
});

describe('correcting what is held about a person', () => {
  it('records what is right and leaves the rest', () =>
    person
      .given(registered)
      .when(correctPerson, { personId, name: '演示乙' })
      .then({ type: 'PersonCorrected', data: { personId, name: '演示乙', phone: undefined, phoneWithdrawn: false } }));

  it('withdraws a phone number that is held', () => {
    const withdrawn = { type: 'PersonCorrected', data: { personId, phoneWithdrawn: true } } as const;
    person.given(withPhone).when(correctPerson, { personId, withdrawPhone: true }).thenLike(withdrawn);
    person
      .given(registered, corrected(true))
      .when(correctPerson, { personId, withdrawPhone: true })
      .thenLike(withdrawn);
  });

  it('does nothing where no number is held, or nothing was given', () => {
    person.given(registered).when(correctPerson, { personId, withdrawPhone: true }).then();
    person.given(withPhone, corrected(false)).when(correctPerson, { personId, withdrawPhone: true }).then();
    person.given(registered).when(correctPerson, { personId }).then();
  });

  it('still holds a number that a correction of the name left alone', () =>
    person
      .given(withPhone, { type: 'PersonCorrected', data: { personId, name: sealedText(), phoneWithdrawn: false } })
      .when(correctPerson, { personId, withdrawPhone: true })
      .thenLike({ type: 'PersonCorrected', data: { phoneWithdrawn: true } }));

  it('is refused where a number would be corrected and withdrawn at once', () =>
    person
      .given(withPhone)
      .when(correctPerson, { personId, phone: '13800000001', withdrawPhone: true })
      .thenRejected('person.phone-both-ways'));

  it('is open to who has left, since the data are still held', () =>
    person
      .given(registered, left)
      .when(correctPerson, { personId, name: '演示乙' })
      .thenLike({ type: 'PersonCorrected', data: { name: '演示乙' } }));

  it('is refused for a person unknown', () =>
    person.given().when(correctPerson, { personId, name: '演示乙' }).thenRejected('person.unknown'));
});

describe("changing a person's standing", () => {
  const alone = { facts: { held: [], others: [] } };

  it('records all of the new standing', () =>
    person
      .given(registered)
      .when(changeStanding, { personId, serving: false }, alone)
      .then({
        type: 'PersonStandingChanged',
        data: { personId, partyMember: true, serving: false, regionCode: '320113001' },
      }));

  it('lets who has left serve again, elsewhere', () =>
    person
      .given(registered, left)
      .when(changeStanding, { personId, serving: true, regionCode: '320113002' }, alone)
      .thenLike({ type: 'PersonStandingChanged', data: { serving: true, regionCode: '320113002' } }));

  it('records who joins or leaves the Party', () =>
    person
      .given(registered)
      .when(changeStanding, { personId, partyMember: false }, alone)
      .thenLike({ type: 'PersonStandingChanged', data: { partyMember: false, serving: true } }));

  it('does nothing where nothing would change', () =>
    person.given(registered, left).when(changeStanding, { personId, partyMember: true, serving: false }, alone).then());

  it('is refused for a person unknown', () =>
    person.given().when(changeStanding, { personId, serving: false }, alone).thenRejected('person.unknown'));
});
