/** What the gateway itself refuses, and what to do about it. */
export const gatewayRejections = {
  'request.invalid': { zh: '请求内容有误，请按各字段提示修改', en: 'The request is not valid: mend the fields listed' },
  'request.not-json': { zh: '请求体不是有效的 JSON', en: 'The body is not valid JSON' },
  'request.too-large': { zh: '请求体过大，上限为 {limit} 字节', en: 'The body is too large: at most {limit} bytes' },
  'request.unsupported-type': { zh: '请以 application/json 发送', en: 'Send the body as application/json' },
  'request.unknown-route': { zh: '没有这个地址，接口目录见 /docs', en: 'No such address; /docs lists them all' },
  'request.bad-header': {
    zh: '请求头 {header} 有误：应为 {expected}',
    en: 'Header {header} is not valid: expected {expected}',
  },
  'request.too-many': {
    zh: '请求过于频繁，请在 {seconds} 秒后再试',
    en: 'Too many requests: try again in {seconds} s',
  },
  'session.required': { zh: '请先登录', en: 'Sign in first' },
  'session.expired': { zh: '登录已过期，请重新登录', en: 'The session has ended: sign in again' },
  'session.wrong-credentials': { zh: '账号或密码不正确', en: 'Wrong user name or password' },
  'session.too-long': { zh: '已连续登录 {hours} 小时，请重新登录', en: 'Signed in for {hours} hours: sign in again' },
  'permission.missing': { zh: '没有权限：{permission}', en: 'Not permitted: {permission}' },
  'append.conflict': {
    zh: '多人同时操作，请刷新后再试',
    en: 'Others changed it at the same time: read it again and retry',
  },
  'store.unavailable': {
    zh: '系统暂不可用，内容未保存，请稍后重试',
    en: 'The log takes nothing now; nothing was saved: try again soon',
  },
  'store.outcome-unknown': {
    zh: '未能确认是否已保存；带同一 Idempotency-Key 重试不会重复执行',
    en: 'It is not known whether this was saved; repeat with the same Idempotency-Key, which never acts twice',
  },
  'pictures-unavailable': {
    zh: '图片暂不能保存，请稍后重试；也可先不附图片上报',
    en: 'The picture cannot be stored now: try again later, or report without it',
  },
  overloaded: { zh: '系统繁忙，请稍后重试', en: 'The system is busy: try again soon' },
  'not-found': { zh: '没有找到', en: 'Not found' },
  'internal.error': { zh: '系统内部错误，已记录；请提供编号 {id}', en: 'An error of ours, recorded; quote {id}' },
  'no-service': { zh: '该服务尚未启动，请稍后重试', en: 'The service is not running yet: try again soon' },
  closing: { zh: '系统正在停止，请稍后重试', en: 'The system is stopping: try again soon' },
  starting: { zh: '系统正在启动，请稍后重试', en: 'The system is starting: try again soon' },
  'view.bad-filter': { zh: '查询条件有误：{reason}', en: 'The filter is not valid: {reason}' },
  'view.bad-cursor': {
    zh: '翻页标记无效，请从第一页重新开始',
    en: 'The cursor is not of this list: begin with the first page',
  },
  'view.not-parked': {
    zh: '视图 {view} 中没有搁置的 {id}，请核对编号',
    en: 'View {view} has not set {id} aside: check the id',
  },
  'view.being-rebuilt': {
    zh: '视图 {view} 正在重建，请等待其完成',
    en: 'View {view} is being built anew already: wait until that is done',
  },
  'view.rebuild-needed': {
    zh: '视图 {view} 的 {id} 无法单独重算，请重建该视图',
    en: '{id} of view {view} cannot be folded alone: build the view anew',
  },
  'privacy.subject-erased': { zh: '该人的个人信息已按申请删除', en: 'The personal data of this person was erased' },
  'privacy.subject-unknown': { zh: '没有此人的个人信息', en: 'No personal data of this person is held' },
  'privacy.erasure-held': {
    zh: '因“{ground}”暂缓删除，至 {until}',
    en: 'The erasure is deferred on the ground of {ground}, until {until}',
  },
  'privacy.picture-too-large': { zh: '图片过大，上限 5 MB', en: 'The picture is too large: at most 5 MB' },
  'privacy.picture-type-refused': { zh: '仅支持 JPEG、PNG、WebP 图片', en: 'Only JPEG, PNG and WebP pictures' },
  'picture.erased': { zh: '图片已随当事人信息删除', en: 'The picture was erased with the person it belongs to' },
  'picture.unsupported': { zh: '仅支持 JPEG、PNG、WebP 图片', en: 'Only JPEG, PNG and WebP pictures' },
  'live.busy': { zh: '实时连接过多，请稍后再试', en: 'Too many live connections: try again soon' },
  'live.too-many': {
    zh: '本账号的实时连接已达 {most} 个，请先关闭一些',
    en: 'This account has {most} live connections open already: close some first',
  },
  'history.busy': { zh: '同时回放历史的请求过多，请稍后再试', en: 'Too many replays at once: try again soon' },
} as const;
