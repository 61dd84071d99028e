import { allServices, serviceRejections } from '@panshi/contracts';
import type { Wordings } from '@panshi/kernel';
import { messagingOutages, messagingRejections } from '@panshi/messaging';
import { privacyRejections } from '@panshi/privacy';
import { viewRejections } from '@panshi/read-model';
import { platformOutages, platformRejections } from '@panshi/service-kit';
import { gatewayRejections } from '../problem/gateway-rejections.ts';
import { Problem } from '../problem/problem.ts';
import type { GatewayCode } from '../problem/refused.ts';
import { statusOfOutage, statusOfRejection } from '../problem/statuses.ts';
import { ref } from './schemas.ts';

type Refused = readonly (readonly [status: number, code: string])[];

const ofGateway = (...codes: readonly GatewayCode[]): Refused =>
  codes.map((code) => [gatewayRejections[code].status, code]);

const rejections = (...tables: readonly Wordings[]): Refused =>
  tables.flatMap(Object.entries<Wordings[string]>).map(([code, { kind }]) => [statusOfRejection(code, kind), code]);

const outages = (...tables: readonly Wordings[]): Refused =>
  tables.flatMap(Object.keys).map((code) => [statusOfOutage(code), code]);

/** What may be answered at every address, before it is looked at what was asked. */
const anywhere: Refused = [
  ...ofGateway('request.bad-address', 'request.no-http', 'request.too-slow', 'request.headers-too-large'),
  ...ofGateway('request.too-large', 'request.unsupported-type', 'internal.error'),
  [414, 'request.bad-address' satisfies GatewayCode],
  ...outages(messagingOutages),
];

const body = ofGateway(
  ...(['request.not-json', 'request.not-utf8', 'request.duplicate-key', 'request.too-deep'] as const),
  ...(['request.too-many-fields', 'request.number-too-long', 'request.invalid'] as const),
);

const signedIn: Refused = [
  ...anywhere,
  ...ofGateway('session.required', 'session.expired', 'request.too-many'),
  ...outages(platformOutages),
];

const asked: Refused = [...signedIn, ...ofGateway('request.invalid'), ...rejections(platformRejections)];
const stored = ofGateway('store.unavailable', 'store.outcome-unknown');
const pictures = ofGateway('picture.unknown', 'picture.named-before', 'pictures-unavailable');

const ofService = (service: string): Record<string, Refused> => {
  const own = [...rejections(serviceRejections[service] ?? {}, messagingRejections), ...stored];
  return {
    [`${service}-command`]: [
      ...[...asked, ...body, ...own, ...rejections(privacyRejections)],
      ...ofGateway('request.bad-header', 'append.conflict'),
      ...(service === 'grid' ? pictures : []),
    ],
    [`${service}-query`]: [...asked, ...own, ...ofGateway('not-found'), ...rejections(viewRejections)],
  };
};

/** What is refused, by what is asked. */
const groups: Readonly<Record<string, Refused>> = {
  anywhere,
  file: [...anywhere, ...ofGateway('request.unknown-route')],
  session: signedIn,
  renewal: [...signedIn, ...ofGateway('session.too-long')],
  'sign-in': [
    ...anywhere,
    ...body,
    ...ofGateway('session.wrong-credentials', 'request.too-many'),
    ...outages(platformOutages),
  ],
  history: [...asked, ...ofGateway('history.too-many', 'history.busy', 'store.unavailable')],
  live: [...signedIn, ...ofGateway('request.bad-header', 'live.too-many', 'live.busy')],
  upload: [
    ...[...asked, ...rejections(privacyRejections)],
    ...ofGateway(
      'picture.unsupported',
      'picture.broken',
      'picture.too-many-pixels',
      'picture.quota',
      'pictures-unavailable',
    ),
  ],
  picture: [...asked, ...stored, ...ofGateway('picture.erased', 'not-found', 'pictures-unavailable')],
  ...Object.assign({}, ...allServices().map(ofService)),
};

const byStatus = (refused: Refused): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    [...Map.groupBy(refused, ([status]) => String(status))].map(([status, each]) => [
      status,
      [...new Set(each.map(([, code]) => code))].toSorted(),
    ]),
  );

const titles: Readonly<Record<string, string>> = {
  400: '无法读取 · Cannot be read',
  401: '未登录 · Not signed in',
  403: '没有权限 · Not permitted, or not in this territory',
  404: '没有找到 · Not found',
  405: '此地址不支持该方法 · This address does not take that method: Allow says which',
  408: '发送过慢 · Took too long to arrive',
  409: '不符合规则 · Refused by a rule: the code says which',
  410: '已删除 · Gone',
  412: '版本已旧 · Stale If-Match',
  413: '过大 · Too large',
  414: '地址过长 · Too long an address',
  415: '类型不支持 · Of a type that is not taken',
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
    Object.entries(groups).flatMap(([group, refused]) =>
      Object.entries(byStatus(refused)).map(([status, codes]) => [`${group}-${status}`, response(status, codes)]),
    ),
  ),
  'method-not-allowed': response('405', ['request.method-not-allowed' satisfies GatewayCode]),
});

/** The refusals of a group, by status. @throws {TypeError} where there is no such group */
export const refusals = (group: string): Record<string, object> => {
  const refused = groups[group];
  if (!refused) throw new TypeError(`nothing is said of what ${group} refuses`);
  return Object.fromEntries(
    Object.keys(byStatus(refused)).map((status) => [status, { $ref: `#/components/responses/${group}-${status}` }]),
  );
};
