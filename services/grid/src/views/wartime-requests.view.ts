import { defineView } from '@panshi/read-model';
import { answered, asked, decided, heard } from './wartime-requests.changes.ts';
import { type WartimeRequestDocument, wartimeRequestSchema } from './wartime-requests.document.ts';

/** Every request in wartime that a second person decides. */
export const wartimeRequests = defineView({
  name: 'wartime-requests',
  version: 2,
  schema: wartimeRequestSchema,
  from: [
    'ActivationRequested',
    'LevelChangeRequested',
    'ScopeChangeRequested',
    'NarrowingRequested',
    'DeadlineRulesRequested',
    'StandDownRequested',
    'ActivationApproved',
    'ActivationDeclined',
    'ActivationRequestLapsed',
    'VerbalApprovalRecorded',
    'VerbalApprovalOverdue',
    'VerbalApprovalConfirmed',
    'VerbalApprovalDenied',
  ],
  keys: ({ data }) => [data.requestId],
  evolve: (document: WartimeRequestDocument | undefined, event, id): WartimeRequestDocument | undefined => {
    switch (event.type) {
      case 'ActivationApproved':
        return document && decided(document, event, 'approved');
      case 'ActivationDeclined':
        return document && decided(document, event, 'declined');
      case 'ActivationRequestLapsed':
        return document && { ...document, state: 'lapsed', decidedAt: event.occurredAt, dueAt: undefined };
      case 'VerbalApprovalRecorded':
        return document && heard(document, event);
      case 'VerbalApprovalOverdue':
        return document && answered(document, 'overdue');
      case 'VerbalApprovalConfirmed':
        return document && answered(document, event.data.late ? 'confirmed-late' : 'confirmed');
      case 'VerbalApprovalDenied':
        return document && answered(document, 'denied');
      default:
        return asked(id, event);
    }
  },
});
