import type { Bilingual } from '../vocabulary/bilingual.ts';

/** Orders that lists can have. */
const orders = {
  newest: { zh: '最新在前', en: 'Newest first' },
  oldest: { zh: '最早在前', en: 'Oldest first' },
  deadline: { zh: '按时限', en: 'Nearest deadline first' },
  region: { zh: '按区域', en: 'By region' },
  name: { zh: '按名称', en: 'By name' },
} as const satisfies Record<string, Bilingual>;

const { newest, oldest, deadline, region, name } = orders;

export const caseOrders = { deadline, newest, oldest };
export const incidentOrders = { newest, oldest };
export const appointmentOrders = { newest, oldest, region };
export const partyOrgOrders = { region, name, newest };
