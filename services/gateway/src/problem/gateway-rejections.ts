import { worded } from '@panshi/kernel';

const http = <const Zh extends string, const En extends string>(status: number, zh: Zh, en: En) => ({
  status,
  zh,
  en,
});

/** What the gateway itself refuses, and what to do about it. */
export const gatewayRejections = worded({
  'request.invalid': http(422, '请求内容有误，请按各字段提示修改', 'The request is not valid: mend the fields listed'),
  'request.not-json': http(400, '请求体不是有效的 JSON', 'The body is not valid JSON'),
  'request.not-utf8': http(400, '请求体不是 UTF-8 编码的文字', 'The body is not text in UTF-8'),
  'request.duplicate-key': http(
    400,
    '请求体中同一字段写了两次',
    'The body holds a field twice: which one is meant cannot be told',
  ),
  'request.too-many-fields': http(422, '请求体字段过多', 'The body has too many fields'),
  'request.too-many-items': http(
    422,
    '请求体中的列表过长，每个列表最多 {most} 项',
    'The body holds a list that is too long, or too many of them: at most {most} items each',
  ),
  'request.number-too-long': http(422, '请求体中的数过长', 'The body holds a number with too many digits'),
  'request.too-deep': http(422, '请求体嵌套过深，最多 {most} 层', 'The body nests too deep: at most {most} levels'),
  'request.bad-address': http(
    400,
    '地址有误：编码不正确，或某一段过长',
    'The address cannot be read: it is not encoded rightly, or a part of it is too long',
  ),
  'request.no-http': http(400, '不是有效的 HTTP 请求', 'This is no valid HTTP request'),
  'request.host': http(400, '请求须有且仅有一个 Host 请求头', 'A request has one Host header, and no other'),
  'request.expectation': http(
    417,
    '请求头 Expect 只能为 {expect}，或不发送',
    'Expect can be {expect} only: send it so, or leave it out',
  ),
  'request.headers-too-large': http(431, '请求头过大', 'The headers are too large'),
  'request.too-slow': http(408, '请求发送过慢，请重试', 'The request took too long to arrive: try again'),
  'request.too-large': http(413, '请求体过大，上限为 {limit} 字节', 'The body is too large: at most {limit} bytes'),
  'request.unsupported-type': http(415, '请以 application/json 发送', 'Send the body as application/json'),
  'request.unsupported-encoding': http(
    415,
    '请求体不能压缩或另行编码：请原样发送，不带 Content-Encoding，Transfer-Encoding 只能为 chunked',
    'Bodies are not taken compressed or encoded: send it as it is, without Content-Encoding, and Transfer-Encoding chunked at most',
  ),
  'request.unsupported-charset': http(
    415,
    '请求体只接受 UTF-8：请转为 UTF-8 后，以 application/json 发送',
    'Bodies are taken in UTF-8 only: convert it, and send it as application/json',
  ),
  'request.unknown-route': http(404, '没有这个地址，接口目录见 /docs', 'No such address; /docs lists them all'),
  'request.method-not-allowed': http(
    405,
    '此地址不支持该方法，可用：{allowed}',
    'This address does not take that method, but {allowed}',
  ),
  'request.bad-header': http(
    400,
    '请求头 {header} 有误：应为 {expected}',
    'Header {header} is not valid: expected {expected}',
  ),
  'request.too-many': http(429, '请求过于频繁，请在 {seconds} 秒后再试', 'Too many requests: try again in {seconds} s'),
  'session.required': http(401, '请先登录', 'Sign in first'),
  'session.expired': http(401, '登录已过期，请重新登录', 'The session has ended: sign in again'),
  'session.wrong-credentials': http(401, '账号或密码不正确', 'Wrong user name or password'),
  'session.too-long': http(401, '已连续登录 {hours} 小时，请重新登录', 'Signed in for {hours} hours: sign in again'),
  'precondition.nothing': http(
    412,
    '此操作新建内容，没有可供 If-Match: * 比对的现有内容；请去掉 If-Match',
    'This makes something new, so there is nothing that If-Match: * could match: leave If-Match out',
  ),
  'append.conflict': http(
    409,
    '多人同时操作（现为第 {actual} 版），请刷新后再试',
    'Others changed it at the same time (now version {actual}): read it again and retry',
  ),
  'store.unavailable': http(
    503,
    '系统暂不可用，内容未保存，请稍后重试',
    'The log takes nothing now; nothing was saved: try again soon',
  ),
  'store.outcome-unknown': http(
    503,
    '未能确认是否已保存；带同一 Idempotency-Key 重试不会重复执行',
    'It is not known whether this was saved; repeat with the same Idempotency-Key, which never acts twice',
  ),
  'pictures-unavailable': http(
    503,
    '图片暂不能保存，请稍后重试；也可先不附图片上报',
    'The picture cannot be stored now: try again later, or report without it',
  ),
  'not-found': http(
    404,
    '没有找到：请核对编号；不在您区域内的，或刚刚发生尚未显示的，也查不到',
    'Not found: check the id. What lies outside your territory, or has only just happened, is not shown either',
  ),
  'internal.error': http(500, '系统内部错误，已记录；请提供编号 {id}', 'An error of ours, recorded; quote {id}'),
  'picture.broken': http(422, '不是一张完整的静态图片', 'Not one whole, still picture'),
  'picture.too-many-pixels': http(
    422,
    '图片为 {width}×{height} 像素，过大：边长至多 {side}，此格式总像素至多 {most}；请缩小后再上传',
    'The picture has {width}×{height} pixels: at most {side} a side, and {most} in all of such a format. Send it smaller',
  ),
  'picture.too-slow': http(
    422,
    '图片处理耗时过长；请缩小尺寸，或另存为普通 JPEG 后再上传',
    'The picture takes too long to open: send it smaller, or saved as a plain JPEG',
  ),
  'picture.grows': http(
    422,
    '图片去除附带信息、重新写成后超过 {limit} 字节；请缩小尺寸，或另存为 JPEG 后再上传',
    'Written anew without its tags the picture has more than {limit} bytes: send it smaller, or saved as JPEG',
  ),
  'picture.too-many': http(
    429,
    '本账号同时上传的图片已达 {most} 张，请等待完成后再传',
    'This account sends {most} pictures already: wait until they are stored',
  ),
  'picture.quota': http(429, '本账号今日上传图片已达 {most} 张', 'This account has uploaded {most} pictures today'),
  'picture.unknown': http(
    422,
    '图片 {pictureId} 不存在、不是您上传的，或摘要不符；请重新上传',
    'There is no picture {pictureId} of this hash that you uploaded: upload it again',
  ),
  'picture.named-before': http(
    409,
    '图片 {pictureId} 已用于另一份上报；请重新上传',
    'Picture {pictureId} belongs to another report: upload it again',
  ),
  'picture.erased': http(410, '图片已随当事人信息删除', 'The picture was erased with the person it belongs to'),
  'picture.unsupported': http(415, '仅支持 JPEG、PNG、WebP 图片', 'Only JPEG, PNG and WebP pictures'),
  'live.busy': http(503, '实时连接过多，请稍后再试', 'Too many live connections: try again soon'),
  'live.too-many': http(
    429,
    '本账号的实时连接已达 {most} 个，请先关闭一些',
    'This account has {most} live connections open already: close some first',
  ),
  'history.too-many': http(
    429,
    '本账号同时回放历史已达 {most} 个，请先等其完成',
    'This account replays history {most} times already: let one finish first',
  ),
  'history.busy': http(503, '同时回放历史的请求过多，请稍后再试', 'Too many replays at once: try again soon'),
});
