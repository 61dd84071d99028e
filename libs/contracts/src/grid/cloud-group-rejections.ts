import { conflict, invalid, notFound, worded } from '@panshi/kernel';

/** Every refusal of cloud groups: what is wrong, and what to do. */
export const cloudGroupRejections = worded({
  'cloud-group.exists': conflict(
    '云社区群 {groupId} 已存在，请换一个编号',
    'Cloud group {groupId} exists already: choose another id',
  ),
  'cloud-group.unknown': notFound('没有云社区群 {groupId}', 'There is no cloud group {groupId}'),
  'cloud-group.unknown-community': invalid(
    '社区 {communityCode} 还没有网格，请先划分网格',
    'Community {communityCode} has no grid yet: delineate one first',
  ),
  'cloud-group.grid-elsewhere': invalid(
    '网格 {gridCode} 不属于社区 {communityCode}',
    'Grid {gridCode} is not of community {communityCode}',
  ),
  'cloud-group.unknown-grid': invalid('没有网格 {gridCode}，或已撤销', 'There is no grid {gridCode}, or it is no more'),
  'cloud-group.counted-in-future': invalid(
    '清点日期 {countedOn} 晚于今天 {today}',
    'It would be counted on {countedOn}, and today is {today}: check the day',
  ),
  'cloud-group.counted-later-already': conflict(
    '已有 {held} 的清点结果，不能再登记更早的 {countedOn}',
    'A count of {held} is held already: one of {countedOn} would be older',
  ),
});
