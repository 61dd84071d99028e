import { conflict, invalid, notFound, worded } from '@panshi/kernel';

/** Every refusal of grids and of appointments in them: what is wrong, and what to do. */
export const gridRejections = worded({
  'grid.unknown': notFound(
    '本社区没有网格 {gridCode}，请核对网格编码',
    'The community has no grid {gridCode}: check its code',
  ),
  'grid.ended': conflict(
    '网格 {gridCode} 已不存在（{status}），请用接续的网格',
    'Grid {gridCode} is no more ({status}): use the grids that took its ground over',
  ),
  'grid.bad-ring': invalid(
    '边界无法使用（{problem}），请重新绘制一圈不自交的界线',
    'The points are no outline ({problem}): draw one simple ring',
  ),
  'grid.overlaps': conflict(
    '边界与网格 {gridCode} 重叠，请收回重叠部分',
    'The outline shares ground with grid {gridCode}: draw it clear of that grid',
  ),
  'grid.community-unknown': invalid(
    '所在区县的区划已登记，但没有登记社区（村）{communityCode}，请核对代码，或先登记该社区',
    'The district has its regions registered, and {communityCode} is no community of it: check the code, or register it first',
  ),
  'grid.outside-district': conflict(
    '边界超出 {district} 区界 100 米以上，请收回，或先更正区界',
    'The outline reaches more than 100 m past that of district {district}: draw it within, or redraw the district first',
  ),
  'grid.code-of-another-community': invalid(
    '编码 {gridCode} 不属于社区 {communityCode}',
    'Code {gridCode} does not belong to community {communityCode}',
  ),
  'grid.code-used': conflict(
    '编码 {gridCode} 已使用过，网格编码不得重复使用，请换一个或留空',
    'Code {gridCode} was used before and never is again: choose another or leave it out',
  ),
  'grid.code-not-next': conflict(
    '编码 {gridCode} 不是下一个可用编码，请用 {next} 或留空',
    'Code {gridCode} is not the next free one: use {next} or leave it out',
  ),
  'grid.codes-exhausted': conflict(
    '社区 {communityCode} 的网格编码已用完（001—999）',
    'Community {communityCode} has used up its grid codes, 001 to 999',
  ),
  'grid.territory-not-conserved': conflict(
    '新边界与网格 {gridCode} 原有范围不完全一致，请使各部分恰好覆盖原范围',
    'The new outlines do not cover exactly the ground of {gridCode}: leave nothing out, take nothing in, overlap nowhere',
  ),
  'grid.not-one-territory': conflict(
    '网格 {gridCodes} 不能连成一个无空洞的范围，请选择相邻网格',
    'Grids {gridCodes} do not make one territory without holes: choose neighbours',
  ),
  'grid.named-twice': invalid('同一网格列出了两次', 'One grid is named twice: name each once'),
  'grid.territory-left-to-nobody': conflict(
    '撤销网格 {gridCode} 会留下无人负责的区域，请指定接续的相邻网格（successorCode）',
    'Retiring grid {gridCode} would leave its ground to nobody: name a neighbour as successorCode',
  ),
  'grid.successor-is-itself': invalid(
    '网格 {gridCode} 不能接续自己，请指定相邻网格',
    'Grid {gridCode} cannot take over its own ground: name a neighbour',
  ),
  'grid.leader-to-one-part': invalid(
    '网格长只能随一个部分继续任职',
    'The leader goes on with one part only: set keepsLeader on one',
  ),
  'grid.member-to-one-part': invalid(
    '网格员 {personId} 只能随一个部分继续任职',
    'Member {personId} goes on with one part only: name them in one',
  ),
  'grid.leader-to-be-chosen': conflict(
    '合并的网格有 {leaders} 名网格长，请用 leaderId 指定由谁担任',
    'The grids have {leaders} leaders: say by leaderId who stays',
  ),
  'grid.not-a-leader-of-these': invalid(
    '{personId} 不是其中任何网格的网格长',
    '{personId} leads none of these grids: name one of their leaders',
  ),
  'grid.not-a-member': conflict(
    '{personId} 不是网格 {gridCode} 的网格员',
    '{personId} is no member of grid {gridCode}',
  ),
  'grid.lead-already-appointed': conflict(
    '网格 {gridCode} 已有网格长，请先免去现任',
    'Grid {gridCode} has a leader: end that appointment first',
  ),
  'grid.leader-not-qualified': conflict(
    '{personId} 不是党组织班子成员、党小组长或党员骨干，不能担任网格长',
    '{personId} is no team member of a party organisation, party group leader or party backbone: appoint to such a post first',
  ),
  'grid.leader-is-no-member': conflict(
    '{personId} 是网格 {gridCode} 的网格长，不能兼任网格员',
    '{personId} leads grid {gridCode} and cannot be its member too',
  ),
  'grid.unknown-person': invalid('没有人员 {personId}，请先登记', 'There is no person {personId}: register them first'),
  'grid.not-appointed': conflict(
    '{personId} 在网格 {gridCode} 没有任职',
    '{personId} has no appointment in grid {gridCode}',
  ),
});
