import type { Bilingual } from '../vocabulary/bilingual.ts';

/** Why an account is closed. */
export const closeReasons = {
  'not-needed': { zh: '不再需要', en: 'No longer needed' },
  'standing-lost': { zh: '离任', en: 'Its holder has left' },
  compromised: { zh: '疑似泄露', en: 'Perhaps in the wrong hands' },
  'entered-in-error': { zh: '误开', en: 'Opened in error' },
} as const satisfies Record<string, Bilingual>;

export type CloseReason = keyof typeof closeReasons;

/** Why an appointment ends, as people enter it. */
export const endReasons = {
  'term-end': { zh: '届满', en: 'Term ended' },
  transfer: { zh: '调任', en: 'Transferred' },
  resignation: { zh: '辞职', en: 'Resigned' },
  retirement: { zh: '退休', en: 'Retired' },
  removal: { zh: '免职', en: 'Removed' },
  'standing-lost': { zh: '离任或不再具备任职资格', en: 'Left, or may no longer hold the post' },
  'entered-in-error': { zh: '误录', en: 'Entered in error' },
} as const satisfies Record<string, Bilingual>;

export type EndReason = keyof typeof endReasons;

/** Why an appointment ended, by itself too. */
export const appointmentEndings = {
  ...endReasons,
  'org-dissolved': { zh: '党组织撤销', en: 'The organisation was dissolved' },
} as const satisfies Record<string, Bilingual>;

export type AppointmentEnding = keyof typeof appointmentEndings;

/** Whether a party organisation still is. */
export const partyOrgStatuses = {
  formed: { zh: '已成立', en: 'Formed' },
  dissolved: { zh: '已撤销', en: 'Dissolved' },
} as const satisfies Record<string, Bilingual>;

export type PartyOrgStatus = keyof typeof partyOrgStatuses;

/** Whether an appointment still runs. */
export const appointmentStatuses = {
  running: { zh: '在任', en: 'Running' },
  ended: { zh: '已免', en: 'Ended' },
} as const satisfies Record<string, Bilingual>;

export type AppointmentStatus = keyof typeof appointmentStatuses;

/** Whether an account may still be used. */
export const accountStatuses = {
  open: { zh: '启用', en: 'Open' },
  closed: { zh: '已注销', en: 'Closed' },
} as const satisfies Record<string, Bilingual>;

export type AccountStatus = keyof typeof accountStatuses;
