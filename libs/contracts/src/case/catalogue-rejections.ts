import { conflict, forbidden, invalid, notFound, worded } from '@panshi/kernel';

/** What the case service refuses about catalogues and calendars, in both languages, and what to do about it. */
export const catalogueRejections = worded({
  'catalogue.edition-published': conflict(
    '版本 {edition} 已发布，请另取名称',
    'Edition {edition} has been published: give it another name',
  ),
  'catalogue.calendar-published': conflict(
    '日历版本 {version} 已发布，请另取名称',
    'Calendar {version} has been published: give it another name',
  ),
  'catalogue.effective-in-the-past': invalid(
    '生效时间 {effectiveFrom} 已过，请改为现在或将来',
    '{effectiveFrom} has passed: let it take effect now or later',
  ),
  'catalogue.effective-before-last': conflict(
    '生效时间 {effectiveFrom} 早于上一版的 {last}',
    '{effectiveFrom} comes before the last one takes effect, at {last}',
  ),
  'catalogue.code-twice': invalid('代码 {code} 重复', 'Code {code} occurs twice'),
  'catalogue.class-of-other-kind': invalid(
    '大类 {code} 与类型 {kind} 不符：部件以1开头，事件以2开头',
    'Class {code} is no {kind}: components begin with 1, events with 2',
  ),
  'catalogue.unit-unknown': invalid(
    '小类 {code} 的责任单位 {unit} 不在名录中，请先把它加入责任单位名录',
    'Unit {unit} of category {code} is not in the list of units: add it there',
  ),
  'catalogue.class-unknown': invalid('小类 {code} 所属大类不在规范中', 'The class of category {code} is missing'),
  'catalogue.limit-not-positive': invalid(
    '小类 {code} 的时限须大于零，而不是 {amount}',
    'A limit in category {code} must be more than nothing, not {amount}',
  ),
  'catalogue.limit-in-whole-days': invalid(
    '小类 {code} 的工作日时限须为整数，而不是 {amount}',
    'Working days are whole, not {amount}: see category {code}',
  ),
  'catalogue.urgent-counts-natural-hours': invalid(
    '小类 {code} 为紧急类，时限须按自然小时计',
    'Category {code} is urgent: let its limit count natural hours',
  ),
  'catalogue.stages-count-alike': invalid(
    '小类 {code} 各环节的时限单位须与总时限一致',
    'Stages of category {code} must count time as its limit does',
  ),
  'catalogue.stages-exceed-limit': invalid(
    '小类 {code} 各环节时限合计 {together}，超过总时限 {limit}',
    'Stages of category {code} take {together} together, more than its limit of {limit}',
  ),
  'catalogue.spans-out-of-order': invalid(
    '工作时段 {from}–{to} 顺序有误或与前一时段重叠',
    'Working span {from}–{to} ends before it begins, or overlaps the one before',
  ),
  'catalogue.year-twice': invalid('{year} 年出现两次', 'The year {year} occurs twice'),
  'catalogue.holiday-ends-before-it-begins': invalid(
    '假期 {from} 至 {to} 起止颠倒',
    'A holiday from {from} to {to} ends before it begins',
  ),
  'catalogue.day-of-other-year': invalid('{day} 不属于 {year} 年', '{day} is no day of {year}'),
  'catalogue.make-up-day-in-holiday': invalid('调休上班日 {day} 落在假期内', 'Make-up workday {day} lies in a holiday'),
  'catalogue.too-little-working-time': invalid(
    '日历每年至少须有 {least} 工作小时，而不是 {hours}',
    'A calendar has at least {least} working hours a year, not {hours}',
  ),
  'catalogue.limit-beyond-a-year': invalid(
    '小类 {code} 的时限超过一年：{amount}，按工作日历最多 {most}',
    'A limit in category {code} is longer than a year: {amount}, where the working calendar has {most}',
  ),
  'catalogue.unknown-publication': notFound('没有 {name}，请核对名称', 'There is no {name}: check the name'),
  'catalogue.not-proposed': conflict('{name} 已发布，无需审核', '{name} is published already'),
  'catalogue.own-proposal': forbidden(
    '{name} 由您本人或同一账号提出，须由另一人审核',
    'You, or your account, proposed {name}: a second person must approve it',
  ),
  'catalogue.in-force': conflict(
    '{name} 已自 {effectiveFrom} 起生效，不能撤回，请发布新版本',
    '{name} has been in force since {effectiveFrom}: publish another instead',
  ),
});
