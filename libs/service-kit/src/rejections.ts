import { conflict, forbidden, invalid, rejector, worded } from '@panshi/kernel';
import { messagingOutages, unavailability } from '@panshi/messaging';

/** What the machinery itself refuses, whatever the service. */
export const platformRejections = worded({
  'authority.forbidden': forbidden(
    '您在 {region} 没有权限 {permission}',
    'You may not do this in {region}: it takes {permission}',
  ),
  'permission.missing': forbidden(
    '您的账号没有“{permission}”的权限，如工作需要请向系统管理员申请',
    'Your account may not do this: {permission}. Ask the system administrator for it, where your work needs it',
  ),
  'command.bad-id': invalid('命令编号必须是 UUIDv7', 'A command id must be a UUIDv7'),
  'command.occurs-later': invalid(
    '发生时间不能晚于现在',
    'What happened cannot have happened after now: check the time',
  ),
  'command.invalid': invalid(
    '系统发出的命令不符合规则：{fields}',
    'A command the system issued breaks the rules of its fields: {fields}',
  ),
  'command.not-declared': invalid('{by} 未声明会发出命令 {command}', '{by} does not declare that it issues {command}'),
  'idempotency.other-body': invalid(
    '同一请求编号已用于另一内容，请换用新的编号',
    'This request id was used for another request: take a new one',
  ),
  'precondition.stale': conflict(
    '内容已被他人更新（您看到第 {expected} 版，现为第 {actual} 版），请刷新后重试',
    'It has changed since you saw version {expected} (now {actual}): reload and look again',
  ),
  'query.bad-window': invalid(
    '地图范围 {bbox} 无效：请按“西,南,东,北”填写，经度 ±180、纬度 ±90 以内，西南角在前',
    'The window {bbox} is none: give west,south,east,north, the south-western corner first, within ±180 and ±90 degrees',
  ),
  'as-of.not-past': invalid(
    '“截至”只能是过去的时刻（含时区，如 2026-03-01T08:00:00+08:00）、过去的日期（如 2026-03-01，指当日结束）或日志位置',
    'As of takes an instant of the past with its offset, such as 2026-03-01T08:00:00+08:00, a day of the past, such as 2026-03-01, which is its end, or a position',
  ),
  'as-of.clock-was-ahead': conflict(
    '此后系统时钟曾快于实际时间，日志无法按时刻确定当时情况；请改用日志位置查询',
    'The clock ran ahead since then, so the log cannot tell what that moment held: ask as of a position',
  ),
  'position.unknown': invalid(
    '日志中没有这个位置（16位数字，如回执中的 position）',
    'The log has no such position: it is 16 digits, as a receipt tells it',
  ),
});

/** Why the machinery cannot do something now. */
export const platformOutages = worded({
  'keys-unavailable': {
    zh: '密钥库暂不可用，内容未保存，请稍后重试',
    en: 'The key store does not answer; nothing was saved: try again soon',
  },
  'model-behind': {
    zh: '系统正在启动，请稍后重试',
    en: 'The service is still catching up with the log: try again soon',
  },
  'model-failed': {
    zh: '系统故障，已通知运维人员',
    en: 'The service cannot read its own history: its operator has been alarmed',
  },
  'view.behind': {
    zh: '数据尚在更新，请在 {seconds} 秒后再试',
    en: 'The view has not caught up yet: try again in {seconds} s',
  },
  'view.as-of-busy': {
    zh: '历史回溯查询过多，请稍后再试',
    en: 'Too many questions about the past at once: try again soon',
  },
  'view.as-of-account-busy': {
    zh: '您同时查看的历史时刻过多，请先等前面的查询完成',
    en: 'You look at too many past moments at once: let the others be answered first',
  },
  'view.as-of-late': {
    zh: '历史回溯仍在计算，请稍后再问同一时刻',
    en: 'That moment is still being worked out: ask for it again soon',
  },
});

export const reject = rejector(platformRejections);
export const unavailable = unavailability({ ...messagingOutages, ...platformOutages });
