import { conflict, forbidden, invalid, notFound, worded } from '@panshi/kernel';

/** Every refusal of incidents: what is wrong, and what to do. */
export const incidentRejections = worded({
  'incident.outside-district': invalid(
    '位置（{lon}, {lat}）不在任何网格内，请核对坐标',
    'The place ({lon}, {lat}) lies in no grid: check the coordinates',
  ),
  'incident.outside-territory': forbidden(
    '位置在网格 {gridCode}，不在您的权限范围',
    'The place lies in grid {gridCode}, where you may not report',
  ),
  'incident.no-catalogue': conflict(
    '本区尚无生效的事件目录，不能受理类别 {categoryCode}，请先发布目录',
    'No catalogue is in force, so category {categoryCode} cannot be taken: publish one first',
  ),
  'incident.unknown-category': invalid(
    '目录中没有类别 {categoryCode}，请另选类别',
    'The catalogue in force has no category {categoryCode}: choose another',
  ),
  'incident.on-behalf-of-oneself': invalid(
    '代录人不能是本人；为自己上报请勿填写 onBehalfOf',
    'Nobody records a report on their own behalf: leave onBehalfOf out',
  ),
  'incident.on-behalf-of-unknown': invalid(
    '{onBehalfOf} 不是在岗的已登记人员，请核对代谁录入',
    'Nobody registered who serves is known as {onBehalfOf}: check for whom it is recorded',
  ),
  'incident.exists': conflict('事件 {incidentId} 已上报', 'Incident {incidentId} was reported already'),
  'incident.unknown': notFound('没有事件 {incidentId}', 'There is no incident {incidentId}'),
  'incident.withdrawn': conflict('事件 {incidentId} 已撤回', 'Incident {incidentId} was withdrawn'),
  'incident.case-ended': conflict(
    '事件 {incidentId} 的案卷已结束（{status}），不能再撤回或关联',
    'The case of incident {incidentId} has ended ({status}): it is neither withdrawn nor linked any more',
  ),
  'incident.already-duplicate': conflict(
    '事件 {incidentId} 已关联到 {duplicateOf}',
    'Incident {incidentId} is linked to {duplicateOf} already',
  ),
  'incident.no-duplicate': conflict('事件 {incidentId} 未关联为重复', 'Incident {incidentId} is linked to none'),
  'incident.duplicate-of-itself': invalid(
    '事件 {incidentId} 不能与自己重复',
    'Incident {incidentId} cannot be a duplicate of itself',
  ),
  'incident.unknown-original': invalid('没有最先上报的事件 {duplicateOf}', 'There is no first report {duplicateOf}'),
  'incident.original-not-open': conflict(
    '事件 {duplicateOf} 的状态是 {status}，请关联最先上报的事件',
    'Incident {duplicateOf} is {status}: link to the first report',
  ),
  'incident.not-yours': forbidden(
    '只有记录人或其代录的同事可以撤回事件 {incidentId}',
    'Only who recorded incident {incidentId}, or the colleague it was recorded for, may withdraw it',
  ),
});
