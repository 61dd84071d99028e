import { worded } from '@panshi/kernel';

/** What the gateway itself refuses, and what to do about it. */
export const gatewayRejections = worded({
  'request.invalid': {
    status: 422,
    zh: '请求内容有误，请按各字段提示修改',
    en: 'The request is not valid: mend the fields listed',
  },
  'request.not-json': { status: 400, zh: '请求体不是有效的 JSON', en: 'The body is not valid JSON' },
  'request.too-deep': {
    status: 422,
    zh: '请求体嵌套过深，最多 {most} 层',
    en: 'The body nests too deep: at most {most} levels',
  },
  'request.too-large': {
    status: 413,
    zh: '请求体过大，上限为 {limit} 字节',
    en: 'The body is too large: at most {limit} bytes',
  },
  'request.unsupported-type': {
    status: 415,
    zh: '请以 application/json 发送',
    en: 'Send the body as application/json',
  },
  'request.unknown-route': {
    status: 404,
    zh: '没有这个地址，接口目录见 /docs',
    en: 'No such address; /docs lists them all',
  },
  'request.bad-address': {
    status: 400,
    zh: '地址有误：编码不正确，或某一段过长',
    en: 'The address cannot be read: it is not encoded rightly, or a part of it is too long',
  },
  'request.no-http': {
    status: 400,
    zh: '不是有效的 HTTP 请求',
    en: 'This is no valid HTTP request',
  },
  'request.headers-too-large': {
    status: 431,
    zh: '请求头过大',
    en: 'The headers are too large',
  },
  'request.too-slow': {
    status: 408,
    zh: '请求发送过慢，请重试',
    en: 'The request took too long to arrive: try again',
  },
  'request.bad-header': {
    status: 400,
    zh: '请求头 {header} 有误：应为 {expected}',
    en: 'Header {header} is not valid: expected {expected}',
  },
  'request.too-many': {
    status: 429,
    zh: '请求过于频繁，请在 {seconds} 秒后再试',
    en: 'Too many requests: try again in {seconds} s',
  },
  'session.required': { status: 401, zh: '请先登录', en: 'Sign in first' },
  'session.expired': { status: 401, zh: '登录已过期，请重新登录', en: 'The session has ended: sign in again' },
  'session.wrong-credentials': { status: 401, zh: '账号或密码不正确', en: 'Wrong user name or password' },
  'session.too-long': {
    status: 401,
    zh: '已连续登录 {hours} 小时，请重新登录',
    en: 'Signed in for {hours} hours: sign in again',
  },
  'append.conflict': {
    status: 409,
    zh: '多人同时操作（现为第 {actual} 版），请刷新后再试',
    en: 'Others changed it at the same time (now version {actual}): read it again and retry',
  },
  'store.unavailable': {
    status: 503,
    zh: '系统暂不可用，内容未保存，请稍后重试',
    en: 'The log takes nothing now; nothing was saved: try again soon',
  },
  'store.outcome-unknown': {
    status: 503,
    zh: '未能确认是否已保存；带同一 Idempotency-Key 重试不会重复执行',
    en: 'It is not known whether this was saved; repeat with the same Idempotency-Key, which never acts twice',
  },
  'pictures-unavailable': {
    status: 503,
    zh: '图片暂不能保存，请稍后重试；也可先不附图片上报',
    en: 'The picture cannot be stored now: try again later, or report without it',
  },
  'not-found': { status: 404, zh: '没有找到', en: 'Not found' },
  'internal.error': {
    status: 500,
    zh: '系统内部错误，已记录；请提供编号 {id}',
    en: 'An error of ours, recorded; quote {id}',
  },
  'picture.erased': {
    status: 410,
    zh: '图片已随当事人信息删除',
    en: 'The picture was erased with the person it belongs to',
  },
  'picture.unsupported': { status: 415, zh: '仅支持 JPEG、PNG、WebP 图片', en: 'Only JPEG, PNG and WebP pictures' },
  'live.busy': { status: 503, zh: '实时连接过多，请稍后再试', en: 'Too many live connections: try again soon' },
  'live.too-many': {
    status: 429,
    zh: '本账号的实时连接已达 {most} 个，请先关闭一些',
    en: 'This account has {most} live connections open already: close some first',
  },
  'history.busy': {
    status: 503,
    zh: '同时回放历史的请求过多，请稍后再试',
    en: 'Too many replays at once: try again soon',
  },
});
