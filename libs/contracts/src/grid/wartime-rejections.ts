import { conflict, forbidden, invalid, notFound, worded } from '@panshi/kernel';

/** Every refusal in wartime and of mobilisations: what is wrong, and what to do. */
export const wartimeRejections = worded({
  'wartime.unknown-activation': notFound('没有战时启动 {activationId}', 'There is no activation {activationId}'),
  'wartime.not-active': conflict(
    '战时启动 {activationId} 未生效或已解除',
    'Activation {activationId} is not on: not approved yet, or ended',
  ),
  'wartime.activation-exists': conflict(
    '战时启动 {activationId} 已存在，请换一个编号',
    'Activation {activationId} exists already: choose another id',
  ),
  'wartime.outside-district': invalid(
    '{region} 不在本区 {districtCode}',
    '{region} lies outside district {districtCode}',
  ),
  'wartime.unknown-region': invalid(
    '{region} 内没有网格，请核对区划编码',
    'There is no grid in {region}: check the region code',
  ),
  'wartime.outside-territory': forbidden(
    '范围中的 {region} 不在您的权限内',
    'You may not do this in {region}, which is part of the scope',
  ),
  'wartime.hours-without-shortening': invalid(
    '类别 {categoryPrefix} 的时限不缩短，请去掉小时数',
    'The deadline of {categoryPrefix} is not shortened: leave its hours out',
  ),
  'wartime.legal-basis-missing': conflict(
    '{hazard} 预案尚未录入法律依据，不能启动，请先录入',
    'The plan for {hazard} has no legal basis yet: enter it first',
  ),
  'wartime.own-legal-basis': forbidden(
    '{hazard} 预案的法律依据由您本人录入，须由他人据此启动或批准',
    'You entered the legal basis of the plan for {hazard}: somebody else must activate and approve on it',
  ),
  'wartime.overlapping-activation': conflict(
    '与同一灾种的启动 {activationId}（{level}）范围重叠。局部区域须高于外围等级，请调整该启动的等级或范围',
    'It overlaps with activation {activationId} of the same hazard at level {level}: only a sub-area may hold a higher level, so change that one instead',
  ),
  'wartime.not-in-scope': invalid(
    '{region} 不在现有范围内，缩小范围不能增加区域',
    '{region} is not in the present scope, and narrowing adds nothing: widen instead',
  ),
  'wartime.nothing-to-change': conflict(
    '申请 {requestId} 的内容已经实现，请不予批准',
    'What request {requestId} asks for is so already: decline it',
  ),
  'wartime.own-request': forbidden(
    '申请 {requestId} 由您本人或同一账号提出，须由另一人批准',
    'You, or your account, made request {requestId}: a second person must approve it',
  ),
  'wartime.unknown-request': notFound('没有申请 {requestId}', 'There is no request {requestId}'),
  'wartime.request-exists': conflict(
    '申请编号 {requestId} 已使用，请换一个',
    'Request id {requestId} is taken: choose another',
  ),
  'wartime.request-pending': conflict(
    '申请 {requestId} 正待批准，请先处理',
    'Request {requestId} waits for a second person: have it decided first',
  ),
  'wartime.request-decided': conflict('申请 {requestId} 已处理', 'Request {requestId} was decided or has lapsed'),
  'wartime.request-expired': conflict(
    '申请 {requestId} 已于 {expiresAt} 失效，请重新申请',
    'Request {requestId} expired at {expiresAt}: ask anew',
  ),
  'wartime.request-not-expired': conflict(
    '申请 {requestId} 在 {expiresAt} 前有效',
    'Request {requestId} holds until {expiresAt}',
  ),
  'wartime.items-left-to-nobody': conflict(
    '还有 {count} 个未到岗网格无人接手（如 {first}），请逐项或按区域写明移交给谁',
    '{count} grids that have not checked in would be left to nobody ({first} first): say who has them, one by one or by region',
  ),
  'wartime.handed-over-elsewhere': invalid(
    '此次启动不涉及 {region}，不能移交，请核对编码',
    'This activation does not concern {region}, so it cannot be handed over: check the code',
  ),
  'wartime.unknown-taker': invalid(
    '不知道 {handedTo} 是谁：请填写规范名录中的单位代码、本区有网格的区域代码，或已登记人员的编号',
    'Nobody is known as {handedTo}: name a unit of the catalogue in force, a region of the district with grids, or a registered person',
  ),
  'mobilisation.not-mobilised': notFound(
    '网格 {gridCode} 未被动员',
    'Grid {gridCode} was not ordered out in this activation',
  ),
  'mobilisation.released': conflict('网格 {gridCode} 已解除动员', 'Grid {gridCode} was released already'),
  'mobilisation.not-the-leader': forbidden(
    '只有网格 {gridCode} 的网格长（空缺时为网格员）可以签到，代录请填写 onBehalfOf',
    'Only the leader of grid {gridCode} checks in, or a member where there is none: to record it for them give onBehalfOf',
  ),
  'mobilisation.on-behalf-of-oneself': invalid(
    '代录人不能是本人；为自己签到请勿填写 onBehalfOf',
    'Nobody checks in on their own behalf: leave onBehalfOf out',
  ),
  'mobilisation.not-due': conflict(
    '网格 {gridCode} 的签到时限是 {dueAt}',
    'Grid {gridCode} has until {dueAt} to check in',
  ),
});
