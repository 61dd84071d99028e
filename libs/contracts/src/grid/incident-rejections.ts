import { worded } from '@panshi/kernel';

/** Every refusal of incidents: what is wrong, and what to do. */
export const incidentRejections = worded({
  'incident.outside-district': {
    kind: 'invalid',
    zh: '位置（{lon}, {lat}）不在任何网格内，请核对坐标',
    en: 'The place ({lon}, {lat}) lies in no grid: check the coordinates',
  },
  'incident.outside-territory': {
    kind: 'forbidden',
    zh: '位置在网格 {gridCode}，不在您的权限范围',
    en: 'The place lies in grid {gridCode}, where you may not report',
  },
  'incident.no-catalogue': {
    zh: '本区尚无生效的事件目录，不能受理类别 {categoryCode}，请先发布目录',
    en: 'No catalogue is in force, so category {categoryCode} cannot be taken: publish one first',
  },
  'incident.unknown-category': {
    kind: 'invalid',
    zh: '目录中没有类别 {categoryCode}，请另选类别',
    en: 'The catalogue in force has no category {categoryCode}: choose another',
  },
  'incident.exists': { zh: '事件 {incidentId} 已上报', en: 'Incident {incidentId} was reported already' },
  'incident.unknown': { kind: 'not-found', zh: '没有事件 {incidentId}', en: 'There is no incident {incidentId}' },
  'incident.withdrawn': { zh: '事件 {incidentId} 已撤回', en: 'Incident {incidentId} was withdrawn' },
  'incident.already-duplicate': {
    zh: '事件 {incidentId} 已关联到 {duplicateOf}',
    en: 'Incident {incidentId} is linked to {duplicateOf} already',
  },
  'incident.duplicate-of-itself': {
    kind: 'invalid',
    zh: '事件 {incidentId} 不能与自己重复',
    en: 'Incident {incidentId} cannot be a duplicate of itself',
  },
  'incident.unknown-original': {
    kind: 'invalid',
    zh: '没有最先上报的事件 {duplicateOf}',
    en: 'There is no first report {duplicateOf}',
  },
  'incident.original-not-open': {
    zh: '事件 {duplicateOf} 的状态是 {status}，请关联最先上报的事件',
    en: 'Incident {duplicateOf} is {status}: link to the first report',
  },
  'incident.not-yours': {
    kind: 'forbidden',
    zh: '只有记录人可以撤回事件 {incidentId}',
    en: 'Only who recorded incident {incidentId} may withdraw it',
  },
});
