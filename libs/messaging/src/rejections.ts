import { forbidden, invalid, rejector, worded } from '@panshi/kernel';
import { unavailability } from './errors.ts';

/** What does not fit through a transport. */
export const messagingRejections = worded({
  'message.too-large': invalid(
    '内容过大（{bytes} 字节），上限为 {limit} 字节',
    'That is too large to be passed on: {bytes} bytes, at most {limit}',
  ),
  'message.unknown-sender': forbidden(
    '请求并非来自本系统的进程，未予执行',
    'The request did not come from a process of this system: nothing was done',
  ),
  'answer.too-large': invalid(
    '查询结果过大（{bytes} 字节，上限 {limit}），请缩小范围或减少每页条数',
    'The answer is too large ({bytes} bytes, at most {limit}): ask for less at a time',
  ),
});

/** Why a service does not answer now. */
export const messagingOutages = worded({
  overloaded: { zh: '系统繁忙，请稍后重试', en: 'The system is busy: try again soon' },
  closing: { zh: '系统正在停止，请稍后重试', en: 'The system is stopping: try again soon' },
  'no-service': {
    zh: '服务 {service} 未在运行，请稍后重试',
    en: 'The service {service} is not running: try again soon',
  },
  'deadline-passed': {
    zh: '系统未能按时完成；带同一 Idempotency-Key 重试不会重复执行',
    en: 'No answer in time; repeat with the same Idempotency-Key, which never acts twice',
  },
});

export const reject = rejector(messagingRejections);
export const unavailable = unavailability(messagingOutages);
