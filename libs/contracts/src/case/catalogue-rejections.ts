import { worded } from '@panshi/kernel';

/** What the case service refuses about catalogues and calendars, in both languages, and what to do about it. */
export const catalogueRejections = worded({
  'catalogue.edition-published': {
    zh: '版本 {edition} 已发布，请另取名称',
    en: 'Edition {edition} has been published: give it another name',
  },
  'catalogue.calendar-published': {
    zh: '日历版本 {version} 已发布，请另取名称',
    en: 'Calendar {version} has been published: give it another name',
  },
  'catalogue.effective-in-the-past': {
    kind: 'invalid',
    zh: '生效时间 {effectiveFrom} 已过，请改为现在或将来',
    en: '{effectiveFrom} has passed: let it take effect now or later',
  },
  'catalogue.effective-before-last': {
    zh: '生效时间 {effectiveFrom} 早于上一版的 {last}',
    en: '{effectiveFrom} comes before the last one takes effect, at {last}',
  },
  'catalogue.code-twice': { kind: 'invalid', zh: '代码 {code} 重复', en: 'Code {code} occurs twice' },
  'catalogue.class-of-other-kind': {
    kind: 'invalid',
    zh: '大类 {code} 与类型 {kind} 不符：部件以1开头，事件以2开头',
    en: 'Class {code} is no {kind}: components begin with 1, events with 2',
  },
  'catalogue.class-unknown': {
    kind: 'invalid',
    zh: '小类 {code} 所属大类不在规范中',
    en: 'The class of category {code} is missing',
  },
  'catalogue.limit-not-positive': {
    kind: 'invalid',
    zh: '小类 {code} 的时限须大于零，而不是 {amount}',
    en: 'A limit in category {code} must be more than nothing, not {amount}',
  },
  'catalogue.limit-in-whole-days': {
    kind: 'invalid',
    zh: '小类 {code} 的工作日时限须为整数，而不是 {amount}',
    en: 'Working days are whole, not {amount}: see category {code}',
  },
  'catalogue.urgent-counts-natural-hours': {
    kind: 'invalid',
    zh: '小类 {code} 为紧急类，时限须按自然小时计',
    en: 'Category {code} is urgent: let its limit count natural hours',
  },
  'catalogue.stages-count-alike': {
    kind: 'invalid',
    zh: '小类 {code} 各环节的时限单位须与总时限一致',
    en: 'Stages of category {code} must count time as its limit does',
  },
  'catalogue.stages-exceed-limit': {
    kind: 'invalid',
    zh: '小类 {code} 各环节时限合计 {together}，超过总时限 {limit}',
    en: 'Stages of category {code} take {together} together, more than its limit of {limit}',
  },
  'catalogue.spans-out-of-order': {
    kind: 'invalid',
    zh: '工作时段 {from}–{to} 顺序有误或与前一时段重叠',
    en: 'Working span {from}–{to} ends before it begins, or overlaps the one before',
  },
  'catalogue.year-twice': { kind: 'invalid', zh: '{year} 年出现两次', en: 'The year {year} occurs twice' },
  'catalogue.holiday-ends-before-it-begins': {
    kind: 'invalid',
    zh: '假期 {from} 至 {to} 起止颠倒',
    en: 'A holiday from {from} to {to} ends before it begins',
  },
  'catalogue.day-of-other-year': { kind: 'invalid', zh: '{day} 不属于 {year} 年', en: '{day} is no day of {year}' },
  'catalogue.make-up-day-in-holiday': {
    kind: 'invalid',
    zh: '调休上班日 {day} 落在假期内',
    en: 'Make-up workday {day} lies in a holiday',
  },
});
