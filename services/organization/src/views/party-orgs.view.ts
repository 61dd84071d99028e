import {
  type AppointmentEventType,
  appointmentEventTypes,
  type PartyOrgEventType,
  partyOrgEventTypes,
  PartyOrgView,
} from '@panshi/contracts';
import { defineView, type Typed, type ViewDocument, viewSchema } from '@panshi/read-model';

/** A node of the tree. Its path is found by walking up when asked, so that moving a subtree touches one document. */
export interface PartyOrgDocument extends ViewDocument, Omit<PartyOrgView, 'orgId' | 'path'> {}

const schema = viewSchema(PartyOrgView, {}, ['orgId', 'path']);
schema.index({ parentId: 1 });
schema.index({ kind: 1 });
schema.index({ regionCode: 1 });

type TreeEvent = Typed<PartyOrgEventType | AppointmentEventType>;

export const partyOrgsView = defineView<PartyOrgDocument, TreeEvent['type']>({
  name: 'party-orgs',
  version: 1,
  schema,
  from: [...partyOrgEventTypes, ...appointmentEventTypes],
  keys({ data }) {
    const parents = [
      'parentId' in data ? data.parentId : undefined,
      'previousParentId' in data ? data.previousParentId : undefined,
    ];
    return [...new Set([data.orgId, ...parents.filter((id) => id !== undefined)])];
  },
  evolve: (org, event, id) => (id === event.data.orgId ? own(org, event) : org && above(org, event)),
  text: ({ name }) => name,
});

/** The organisation itself after an event of its stream. */
const own = (org: PartyOrgDocument | undefined, event: TreeEvent): PartyOrgDocument | undefined => {
  const { type, data, version: _version, occurredAt } = event;
  if (type === 'PartyOrgFormed') {
    const { orgId, parentId, kind, name, regionCode } = data;
    const begun = { status: 'formed', formedAt: occurredAt, children: 0, appointments: 0 } as const;
    return { _id: orgId, _version, parentId, kind, name, regionCode, ...begun };
  }
  if (!org) return undefined;
  switch (type) {
    case 'PartyOrgReorganised': {
      const { parentId, kind, name, regionCode } = data;
      return { ...org, _version, parentId, kind, name, regionCode };
    }
    case 'PartyOrgDissolved':
      return { ...org, _version, status: 'dissolved', dissolvedAt: occurredAt };
    case 'AppointmentMade':
      return { ...org, _version, appointments: org.appointments + 1 };
    case 'AppointmentEnded':
      return { ...org, _version, appointments: org.appointments - 1 };
  }
};

/** An organisation after one below it came, went or moved; its own stream, hence its version, is where it was. */
const above = (org: PartyOrgDocument, { type, data }: TreeEvent): PartyOrgDocument => {
  const came = (type === 'PartyOrgFormed' || type === 'PartyOrgReorganised') && data.parentId === org._id;
  const went = type === 'PartyOrgReorganised' ? data.previousParentId === org._id : type === 'PartyOrgDissolved';
  return { ...org, children: org.children + Number(came) - Number(went) };
};
