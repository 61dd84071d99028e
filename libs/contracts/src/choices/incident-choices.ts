import type { Bilingual } from '../vocabulary/bilingual.ts';

/** By which way an incident became known. */
export const incidentChannels = {
  patrol: { zh: '网格巡查', en: 'Seen on the round' },
  resident: { zh: '居民反映', en: 'Told by a resident' },
  'cloud-community': { zh: '掌上云社区', en: 'Cloud community' },
  hotline: { zh: '12345热线', en: '12345 hotline' },
  department: { zh: '部门转办', en: 'Passed on by a department' },
  open311: { zh: '公开接口', en: 'Open311' },
} as const satisfies Record<string, Bilingual>;

export type IncidentChannel = keyof typeof incidentChannels;

/** Why somebody records for somebody else (代录). */
export const onBehalfReasons = {
  telephoned: { zh: '电话告知', en: 'They telephoned' },
  'in-person': { zh: '当面告知', en: 'They came in person' },
  'no-device': { zh: '无信号或设备', en: 'They had no signal or device' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Bilingual>;

export type OnBehalfReason = keyof typeof onBehalfReasons;

/** Why a report is taken back. */
export const incidentWithdrawalReasons = {
  resolved: { zh: '已解决', en: 'It settled itself' },
  mistaken: { zh: '误报', en: 'Reported by mistake' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Bilingual>;

export type IncidentWithdrawalReason = keyof typeof incidentWithdrawalReasons;

/** What became of a report. */
export const incidentStatuses = {
  reported: { zh: '已上报', en: 'Reported' },
  duplicate: { zh: '重复', en: 'Duplicate' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
} as const satisfies Record<string, Bilingual>;

export type IncidentStatus = keyof typeof incidentStatuses;
