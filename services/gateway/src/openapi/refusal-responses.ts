import { Problem } from '../problem/problem.ts';
import type { GatewayCode } from '../problem/refused.ts';
import { codesOf } from './refusals.ts';
import { ref } from './schemas.ts';

const titles: Readonly<Record<string, string>> = {
  400: '无法读取 · Cannot be read',
  401: '未登录 · Not signed in',
  403: '没有权限 · Not permitted, or not in this territory',
  404: '没有找到 · Not found',
  405: '此地址不支持该方法 · This address does not take that method: Allow says which',
  408: '发送过慢 · Took too long to arrive',
  409: '不符合规则 · Refused by a rule: the code says which',
  410: '已删除 · Gone',
  412: '不符合 If-Match · If-Match is not met: stale, or nothing is there yet',
  413: '过大 · Too large',
  414: '地址过长 · Too long an address',
  415: '类型不支持 · Of a type that is not taken',
  417: '不支持的 Expect · An expectation that is not met',
  422: '内容有误 · Not valid: where fields are, each is named',
  429: '过于频繁 · Too many: Retry-After says when',
  431: '请求头过大 · Too large headers',
  500: '系统内部错误 · An error of ours',
  503: '暂不可用 · Not now, and nothing was saved unless the code says otherwise: Retry-After says when',
  504: '未能按时完成 · No answer in time',
};

const response = (status: string, codes: readonly string[]): object => ({
  description: titles[status],
  ...(['429', '503', '504'].includes(status) && {
    headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } },
  }),
  ...(status === '405' && { headers: { Allow: { $ref: '#/components/headers/Allow' } } }),
  content: {
    'application/problem+json': {
      schema: { ...ref(Problem.name), properties: { status: { const: Number(status) }, code: { enum: codes } } },
    },
  },
});

/** Every refusal there is, as operations refer to it; and that of a method which no operation is of. */
export const refusalResponses = (): Record<string, object> => ({
  ...Object.fromEntries(
    Object.entries(codesOf).flatMap(([group, codes]) =>
      Object.entries(codes).map(([status, codes]) => [`${group}-${status}`, response(status, codes)]),
    ),
  ),
  'method-not-allowed': response('405', ['request.method-not-allowed' satisfies GatewayCode]),
});

/** The refusals of what is asked, by status. @throws {TypeError} where nothing is said of it */
export const refusals = (group: string): Record<string, object> => {
  const codes = codesOf[group];
  if (!codes) throw new TypeError(`nothing is said of what ${group} refuses`);
  return Object.fromEntries(
    Object.keys(codes).map((status) => [status, { $ref: `#/components/responses/${group}-${status}` }]),
  );
};
