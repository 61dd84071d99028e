import { conflict, forbidden, invalid, notFound, worded } from '@panshi/kernel';

/** What the organization service refuses, in both languages, and what to do about it. */
export const organizationRejections = worded({
  'party-org.exists': conflict(
    '党组织 {orgId} 已存在，请换一个编号',
    'Party organisation {orgId} exists already: choose another id',
  ),
  'party-org.unknown': notFound('没有党组织 {orgId}', 'There is no party organisation {orgId}'),
  'party-org.dissolved': conflict(
    '党组织 {orgId} 已撤销，不能再变更',
    'Party organisation {orgId} is dissolved and changes no more',
  ),
  'party-org.not-own': forbidden(
    '您的授权只限所授的党组织及其下级，请由上级组织部门办理',
    'Your grant is for its own party organisation and those under it: an officer of the one above must do this',
  ),
  'party-org.parent-required': invalid(
    '{kind} 必须有上级党组织，请填写 parentId',
    'A {kind} stands under another organisation: give its parentId',
  ),
  'party-org.under-itself': invalid('党组织不能作自己的上级', 'An organisation cannot stand under itself'),
  'party-org.unknown-parent': invalid(
    '上级党组织 {parentId} 不存在或已撤销',
    'The organisation above, {parentId}, does not exist or is dissolved',
  ),
  'party-org.parent-not-allowed': conflict(
    '{kind} 不能设在 {parentKind} 之下',
    'A {kind} cannot stand under a {parentKind}',
  ),
  'party-org.root-has-no-parent': invalid(
    '{kind} 没有上级党组织，请去掉 parentId',
    'A {kind} is a root: leave parentId out',
  ),
  'party-org.child-not-allowed': conflict(
    '下级党组织 {childId}（{childKind}）不能设在 {kind} 之下，请先调整它',
    'Organisation {childId} ({childKind}) could not stand under a {kind}: reorganise it first',
  ),
  'party-org.region-level': invalid(
    '{kind} 不能设在 {regionCode} 这一级区划',
    'A {kind} does not work in a region of the level of {regionCode}',
  ),
  'party-org.region-outside-parent': conflict(
    '{regionCode} 不在上级党组织所辖的 {parentRegion} 内',
    '{regionCode} lies outside {parentRegion}, where the organisation above works',
  ),
  'party-org.leaves-community': conflict(
    '党组织只能在本社区内调整所在网格；换地方请撤销后重新成立',
    'It may take another grid of its community only; to work elsewhere, dissolve it and form another',
  ),
  'party-org.place-already-led': conflict(
    '{regionCode} 已有党组织 {orgId}，一地只设一个',
    '{regionCode} has its organisation already, {orgId}: a place has one',
  ),
  'party-org.post-not-in-kind': conflict(
    '{kind} 没有职务 {post}，请先免去在任者',
    'A {kind} has no post {post}: end that appointment first',
  ),
  'party-org.children-remain': conflict(
    '还有 {count} 个下级党组织，请先调整或撤销它们',
    '{count} organisations stand under it: reorganise or dissolve them first',
  ),
  'appointment.exists': conflict(
    '任职 {appointmentId} 已存在，请换一个编号',
    'Appointment {appointmentId} exists already: choose another id',
  ),
  'appointment.unknown': notFound(
    '该党组织没有在任的任职 {appointmentId}',
    'No appointment {appointmentId} runs in this organisation',
  ),
  'appointment.post-not-in-kind': conflict('{kind} 没有职务 {post}', 'A {kind} has no post {post}'),
  'appointment.unknown-person': invalid(
    '没有人员 {personId}，请先登记',
    'There is no person {personId}: register them first',
  ),
  'appointment.person-has-left': conflict('人员 {personId} 已离任', 'Person {personId} has left'),
  'appointment.not-a-party-member': conflict(
    '人员 {personId} 不是中共党员，不能担任党内职务',
    'Person {personId} is no member of the Party and cannot hold a post in it',
  ),
  'appointment.already-held': conflict(
    '此人已在该党组织任 {post}（任职 {appointmentId}）',
    'This person is {post} of the organisation already (appointment {appointmentId})',
  ),
  'appointment.post-taken': conflict(
    '{post} 只设一人，请先免去任职 {appointmentId}',
    'There is one {post}: end appointment {appointmentId} first',
  ),
  'appointment.starts-in-future': invalid(
    '任职起始日 {from} 晚于今天 {today}，请到当天再录入',
    'It would start on {from}, and today is {today}: enter it on the day',
  ),
  'appointment.ends-in-future': invalid(
    '任职截止日 {until} 晚于今天 {today}，请到当天再录入',
    'It would end on {until}, and today is {today}: enter it on the day',
  ),
  'appointment.ends-before-start': invalid(
    '任职截止日 {until} 早于起始日 {from}',
    'It would end on {until}, before its start on {from}',
  ),
  'person.exists': conflict(
    '人员 {personId} 已登记，请换一个编号',
    'Person {personId} exists already: choose another id',
  ),
  'person.unknown': notFound('没有人员 {personId}', 'There is no person {personId}'),
  'person.phone-both-ways': invalid(
    '不能同时更正和删除电话，请二选一',
    'The phone cannot be corrected and withdrawn at once: choose one',
  ),
  'region.exists': conflict(
    '区划 {regionCode} 已登记，请用更名或调整边界',
    'Region {regionCode} is registered already: rename or redraw it',
  ),
  'region.unknown': notFound('没有登记区划 {regionCode}', 'No region {regionCode} is registered'),
  'region.level-differs': invalid(
    '{regionCode} 的位数不是 {level} 级代码：区县 6 位，街道 9 位，社区（村）12 位，末尾不补零',
    '{regionCode} is no code of level {level}: a district has 6 digits, a street 9, a community 12, not padded with zeros',
  ),
  'region.around-unknown': invalid(
    '上一级区划 {around} 尚未登记，请先登记',
    'The region around it, {around}, is not registered: register that first',
  ),
  'region.bad-ring': invalid('边界不成立：{problem}', 'The outline is none: {problem}'),
  'region.lies-elsewhere': invalid(
    '边界与上一级区划 {around} 不相接，请核对经纬度的次序和坐标系',
    'The outline lies apart from that of {around}: check the order and the system of its coordinates',
  ),
  'account.exists': conflict(
    '用户名 {username} 已被使用或曾被使用，请换一个',
    'Username {username} is, or was, in use: choose another',
  ),
  'account.unknown': notFound('没有账号 {username}', 'There is no account {username}'),
  'account.closed': conflict('账号 {username} 已注销', 'Account {username} is closed'),
  'account.unknown-person': invalid(
    '没有人员 {personId}，请先登记',
    'There is no person {personId}: register them first',
  ),
  'account.person-has-left': conflict('人员 {personId} 已离任', 'Person {personId} has left'),
  'account.self-grant': forbidden(
    '不能给自己授权，请由另一位安全管理员办理',
    'Nobody grants to themself: another security administrator must',
  ),
  'account.unknown-role': invalid('没有角色 {role}', 'There is no role {role}'),
  'account.territory-unknown': invalid(
    '所在区县的区划已登记，但没有登记 {territory}（网格看其社区），请核对代码，或先登记该区划',
    'The district has its regions registered, and {territory}, or its community, is none: check the code, or register it first',
  ),
  'account.unknown-unit': invalid(
    '{district} 已发布的立案结案规范中没有责任单位 {unit}，请选用名录中的代码，或先发布含该单位的规范',
    'No catalogue of {district} has a unit {unit}: choose one of its units, or publish an edition that has it first',
  ),
  'account.unknown-organisation': invalid(
    '没有党组织 {orgId}，请核对编号',
    'There is no party organisation {orgId}: check the id',
  ),
  'account.organisation-elsewhere': invalid(
    '党组织 {orgId} 不在 {territory} 内，请另选党组织或授权区域',
    'Party organisation {orgId} works outside {territory}: choose another organisation or region',
  ),
  'account.roles-exclude': conflict(
    '角色 {role} 与同一人账号 {username} 的 {other} 互斥（三员分立），请先撤销后者',
    'Role {role} excludes {other}, which account {username} of the same person holds: revoke that first',
  ),
  'account.last-administrator': conflict(
    '这是 {territory} 最后一个 {role}（三员之一）的有效账号，请先把该角色授予另一人',
    'Nobody else holds {role} over {territory} (one of the three separated administrators): grant it to somebody else first',
  ),
  'account.no-such-grant': conflict(
    '账号 {username} 没有授权“{grant}”，未作撤销。相近的授权（角色、区域、责任单位或党组织）：{held}',
    'Account {username} has no grant "{grant}", so nothing was revoked. Similar ones (role, region, unit or organisation): {held}',
  ),
});
