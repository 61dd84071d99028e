import { worded } from '@panshi/kernel';

/** Every refusal of cloud groups: what is wrong, and what to do. */
export const cloudGroupRejections = worded({
  'cloud-group.exists': {
    zh: '云社区群 {groupId} 已存在，请换一个编号',
    en: 'Cloud group {groupId} exists already: choose another id',
  },
  'cloud-group.unknown': { kind: 'not-found', zh: '没有云社区群 {groupId}', en: 'There is no cloud group {groupId}' },
  'cloud-group.unknown-community': {
    kind: 'invalid',
    zh: '社区 {communityCode} 还没有网格，请先划分网格',
    en: 'Community {communityCode} has no grid yet: delineate one first',
  },
  'cloud-group.grid-elsewhere': {
    kind: 'invalid',
    zh: '网格 {gridCode} 不属于社区 {communityCode}',
    en: 'Grid {gridCode} is not of community {communityCode}',
  },
  'cloud-group.unknown-grid': {
    kind: 'invalid',
    zh: '没有网格 {gridCode}，或已撤销',
    en: 'There is no grid {gridCode}, or it is no more',
  },
  'cloud-group.counted-in-future': {
    kind: 'invalid',
    zh: '清点日期 {countedOn} 晚于今天 {today}',
    en: 'It would be counted on {countedOn}, and today is {today}: check the day',
  },
  'cloud-group.counted-later-already': {
    zh: '已有 {held} 的清点结果，不能再登记更早的 {countedOn}',
    en: 'A count of {held} is held already: one of {countedOn} would be older',
  },
});
