import { conflict, forbidden, invalid, notFound, worded } from '@panshi/kernel';

/** What the case service refuses about cases, in both languages, and what to do about it. */
export const caseRejections = worded({
  'case.unknown': notFound('没有这个案卷，请核对编号', 'There is no such case: check the id'),
  'case.wrong-stage': conflict(
    '案卷处于 {stage}，此操作需要 {needed}；请刷新后再办',
    'The case is at {stage}, and this needs {needed}: look at it again',
  ),
  'case.no-catalogue': conflict(
    '{district} 尚未发布立案结案规范，请先发布',
    '{district} has no catalogue in effect: publish one first',
  ),
  'case.no-calendar': conflict(
    '{district} 尚未发布工作日历，请先发布',
    '{district} has no working calendar in effect: publish one first',
  ),
  'case.category-unknown': invalid(
    '规范 {edition} 中没有类别 {category}，请另选类别',
    'Edition {edition} has no category {category}: choose another',
  ),
  'case.unit-unknown': invalid(
    '规范 {edition} 的责任单位名录中没有 {unit}，请选用名录中的代码，或案卷所在网格的代码',
    'Edition {edition} has no unit {unit}: choose one of its units, or the grid the case lies in',
  ),
  'case.other-unit': forbidden(
    '案卷由 {unit} 承办，须由该单位的经办人办理；如不属该单位，请受理员改派',
    'The case lies with {unit}, whose handlers alone do this: have the case officer dispatch it to another unit if it is not theirs',
  ),
  'case.verified-by-own-unit': forbidden(
    '案卷由您所在的 {unit} 承办，核查须由其他单位的人办理',
    'The case lies with your own unit, {unit}: have somebody of another one verify it',
  ),
  'case.suspended': conflict('案卷已挂账，请先恢复办理', 'The case is suspended: resume it first'),
  'case.not-suspended': conflict('案卷未挂账', 'The case is not suspended'),
  'case.urgent-not-suspended': conflict('紧急案卷不能挂账', 'A case of imminent danger cannot be suspended'),
  'case.deadline-passed': conflict(
    '时限已过，不能再申请延期或挂账',
    'The deadline has passed: it is too late for more time or a suspension',
  ),
  'case.verified-by-handler': forbidden(
    '签收或反馈该案卷的人不能核查自己的处置，请他人核查',
    'Who accepted or reported on the case cannot verify it: have somebody else do so',
  ),
  'case.not-the-reporter': forbidden(
    '只有报告人可重新打开；代同事登记的须填写 onBehalfOf（本案的报告人），代居民登记的仅限居民反映的案卷',
    'Only the reporter has the case reopened: name in onBehalfOf a colleague who reported it, or say how the resident asked where a resident reported',
  ),
  'case.on-behalf-of-whom': invalid(
    '请写明代谁：代同事须填写 onBehalfOf，代居民须选择居民要求的方式且不填 onBehalfOf',
    'Say for whom: name a colleague in onBehalfOf, or choose how the resident asked and leave onBehalfOf out',
  ),
  'case.reopening-too-late': conflict(
    '重新打开的期限已于 {until} 届满，请另行上报',
    'Reopening was possible until {until}: report it anew',
  ),
  'case.extension-already-asked': conflict(
    '延期申请尚待审批，请等候',
    'An extension has been asked for: wait for the answer',
  ),
  'case.no-extension-asked': conflict('没有待审批的延期申请', 'No extension has been asked for'),
  'case.extended-often-enough': conflict('一个案卷最多延期 {maximum} 次', 'A case is extended {maximum} times at most'),
  'case.extension-in-whole-days': invalid(
    '该案卷时限按工作日计，延期须为整数，而不是 {amount}',
    'The limit of this case is in working days: ask for whole ones, not {amount}',
  ),
  'case.extension-too-long': conflict(
    '延期合计不得超过原时限：申请 {amount}，尚可延期 {left}',
    'Extensions may at most double the limit: {amount} asked for, {left} left',
  ),
  'case.own-extension': forbidden('申请人不能批准自己的延期', 'Who asked for more time cannot grant it'),
  'case.duplicate-of-itself': invalid('案卷不能与自己重复', 'A case is no duplicate of itself'),
  'case.no-duplicate': conflict('案卷未标记为重复', 'The case is linked to none'),
  'case.handled-by-evaluator': forbidden(
    '签收或反馈该案卷的人不能评价自己的处置，请他人评价',
    'Who accepted or reported on the case cannot evaluate it: have somebody else do so',
  ),
  'case.evaluated-by-own-unit': forbidden(
    '案卷由您所在的 {unit} 承办，评价须由其他单位的人作出',
    'The case lay with your own unit, {unit}: have somebody of another one evaluate it',
  ),
  'case.first-unknown': invalid('没有案卷 {duplicateOf}，请核对编号', 'There is no case {duplicateOf}: check the id'),
  'case.first-not-standing': conflict(
    '案卷 {duplicateOf} 处于 {stage}，请关联到首个有效案卷',
    'Case {duplicateOf} is {stage}: link to the first one that stands',
  ),
  'case.grid-of-another-community': invalid(
    '网格 {gridCode} 属于其他社区，案卷只在本社区内随网格变更转移',
    'Grid {gridCode} lies in another community: a case follows its place within its own',
  ),
  'case.first-in-other-district': conflict(
    '案卷 {duplicateOf} 属于其他区',
    'Case {duplicateOf} lies in another district',
  ),
});
