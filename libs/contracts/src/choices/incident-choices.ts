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

/** How a resident, whose identity is sealed, asked that a case be reopened. */
export const residentRequests = {
  'resident-telephoned': { zh: '居民电话要求', en: 'The resident telephoned' },
  'resident-in-person': { zh: '居民当面要求', en: 'The resident came in person' },
  'resident-hotline': { zh: '居民通过12345要求', en: 'The resident called the 12345 hotline' },
} as const satisfies Record<string, Bilingual>;

/** Why somebody has a case reopened for its reporter: a colleague, who is named, or the resident. */
export const reopeningOnBehalfReasons = { ...onBehalfReasons, ...residentRequests } as const;

export type ReopeningOnBehalfReason = keyof typeof reopeningOnBehalfReasons;

/** By which a resident reports. */
const ofResidents: readonly string[] = [
  'resident',
  'cloud-community',
  'hotline',
  'open311',
] satisfies IncidentChannel[];

/** Whether what became known by the channel was reported by a resident. */
export const isOfResident = (channel: string): boolean => ofResidents.includes(channel);

/** Why a report is taken back. */
export const incidentWithdrawalReasons = {
  resolved: { zh: '已解决', en: 'It settled itself' },
  mistaken: { zh: '误报', en: 'Reported by mistake' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Bilingual>;

export type IncidentWithdrawalReason = keyof typeof incidentWithdrawalReasons;

/** What became of a report; once its case has ended, what became of that. */
export const incidentStatuses = {
  reported: { zh: '已上报', en: 'Reported' },
  duplicate: { zh: '重复', en: 'Duplicate' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  closed: { zh: '已结案', en: 'Closed with its case' },
  declined: { zh: '不予立案', en: 'Not filed as a case' },
} as const satisfies Record<string, Bilingual>;

export type IncidentStatus = keyof typeof incidentStatuses;
