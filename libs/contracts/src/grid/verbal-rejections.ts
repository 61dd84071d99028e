import { conflict, forbidden, invalid, notFound, worded } from '@panshi/kernel';

/** Every refusal of verbal approvals: what is wrong, and what to do. */
export const verbalRejections = worded({
  'verbal.own': forbidden(
    '口头批准人不能是申请 {requestId} 的申请人或记录人，请向另一人请示',
    'Neither who made request {requestId} nor who records this is its approver: ask another person',
  ),
  'verbal.approver-without-authority': invalid(
    '{approver} 无权批准 {region}，请向有权批准的人请示',
    '{approver} may not approve this in {region}: ask somebody who may',
  ),
  'verbal.stale': invalid(
    '批准时间 {at} 已超过 {minutes} 分钟，请重新请示',
    '{at} is more than {minutes} minutes ago: ask again',
  ),
  'verbal.in-future': invalid('批准时间 {at} 尚未到，请核对', '{at} lies ahead: check the time'),
  'verbal.by-day': conflict(
    '工作日白天请先等待审批，{from} 后仍无人处理方可记录口头批准',
    'In working hours the request is to be decided first: record this from {from} on, if nobody has',
  ),
  'verbal.nothing-to-approve': invalid(
    '该启动 {activationId} 无须第二人批准，请直接启动',
    'Activation {activationId} takes no second person: activate it as it is',
  ),
  'verbal.requested-already': conflict(
    '申请 {requestId} 已经提出，正待批准：请去掉 request，直接记录对它的口头批准',
    'Request {requestId} was entered already and waits: leave `request` out, and record the approval of that one',
  ),
  'verbal.approved-already': conflict(
    '申请 {requestId} 已有另一口头批准，无须再记录',
    'Request {requestId} has another verbal approval already: nothing of it waits for one',
  ),
  'verbal.unknown': notFound('申请 {requestId} 没有口头批准', 'Request {requestId} has no verbal approval'),
  'verbal.not-the-approver': forbidden(
    '申请 {requestId} 的口头批准人不是您，只能由其本人登录确认或否认',
    'You are not who is said to have approved request {requestId}: only they confirm or deny it',
  ),
  'verbal.settled': conflict(
    '申请 {requestId} 的口头批准已确认或否认',
    'The verbal approval of request {requestId} was confirmed or denied already',
  ),
  'verbal.not-overdue': conflict(
    '申请 {requestId} 的口头批准可在 {confirmBy} 前确认',
    'The verbal approval of request {requestId} may be confirmed until {confirmBy}',
  ),
});
