import { allServices, serviceRejections } from '@panshi/contracts';
import type { Wordings } from '@panshi/kernel';
import { messagingOutages, messagingRejections } from '@panshi/messaging';
import { privacyRejections } from '@panshi/privacy';
import { viewRejections } from '@panshi/read-model';
import { platformOutages, platformRejections } from '@panshi/service-kit';
import { gatewayRejections } from '../problem/gateway-rejections.ts';
import type { GatewayCode } from '../problem/refused.ts';
import { statusOfOutage, statusOfRejection } from '../problem/statuses.ts';

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
  ...ofGateway('request.host', 'request.expectation', 'request.too-large', 'internal.error'),
  ...ofGateway('request.unsupported-type', 'request.unsupported-encoding', 'request.unsupported-charset'),
  [414, 'request.bad-address' satisfies GatewayCode],
  ...outages(messagingOutages),
];

const body = ofGateway(
  ...(['request.not-json', 'request.not-utf8', 'request.duplicate-key', 'request.too-deep'] as const),
  ...(['request.too-many-fields', 'request.too-many-items', 'request.number-too-long', 'request.invalid'] as const),
);

const signedIn: Refused = [
  ...anywhere,
  ...ofGateway('session.required', 'session.expired', 'request.too-many', 'request.invalid'),
  ...outages(platformOutages),
];

const asked: Refused = [...signedIn, ...rejections(platformRejections)];
const stored = ofGateway('store.unavailable', 'store.outcome-unknown');
const pictures = ofGateway('picture.unknown', 'picture.named-before', 'pictures-unavailable');

const ofService = (service: string): Record<string, Refused> => {
  const own = [...rejections(serviceRejections[service] ?? {}, messagingRejections), ...stored];
  return {
    [`${service}-command`]: [
      ...[...asked, ...body, ...own, ...rejections(privacyRejections)],
      ...ofGateway('request.bad-header', 'append.conflict', 'precondition.nothing'),
      ...(service === 'grid' ? pictures : []),
    ],
    [`${service}-query`]: [...asked, ...own, ...ofGateway('not-found'), ...rejections(viewRejections)],
  };
};

/** What is refused, by what is asked. */
const refused: Readonly<Record<string, Refused>> = {
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
      'picture.too-slow',
      'picture.grows',
      'picture.too-many',
      'picture.quota',
      'pictures-unavailable',
    ),
  ],
  picture: [...asked, ...stored, ...ofGateway('picture.erased', 'not-found', 'pictures-unavailable')],
  ...Object.assign({}, ...allServices().map(ofService)),
};

/** Codes by status. */
export type Codes = Readonly<Record<string, readonly string[]>>;

const byStatus = (refused: Refused): Codes =>
  Object.fromEntries(
    [...Map.groupBy(refused, ([status]) => String(status))].map(([status, each]) => [
      status,
      [...new Set(each.map(([, code]) => code))].toSorted(),
    ]),
  );

/** The codes that can be refused with, by what is asked and by status. */
export const codesOf: Readonly<Record<string, Codes>> = Object.fromEntries(
  Object.entries(refused).map(([group, each]) => [group, byStatus(each)]),
);
