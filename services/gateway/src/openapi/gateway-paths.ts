import { ReplayHistory } from '@panshi/audit';
import type { FieldsType } from '@panshi/contracts';
import { PictureAddress, PictureOf } from '../pictures/picture-address.ts';
import { SignIn } from '../request/sign-in.ts';
import { Principal, Session } from '../session/session-answers.ts';
import { docsFiles } from './docs-page.ts';
import { Alive, Health, StoredPicture } from './gateway-answers.ts';
import { ofEvery, parametersOf, shared } from './parameters.ts';
import { refusals } from './refusal-responses.ts';
import { json, ref } from './schemas.ts';
import { CloudEvent, LiveNotice } from './stream-answers.ts';

/** Classes of what the gateway takes, and of what it answers itself. */
export const gatewayBodies = [{ type: SignIn, inPath: [] }];
export const gatewayAnswers = [Session, Principal, StoredPicture, Alive, Health, CloudEvent, LiveNotice];

type Told = Readonly<Record<string, object>>;

interface Said {
  readonly tag: string;
  /** Refused of it. */
  readonly group: string;
  readonly answers: Told;
  readonly parameters?: readonly object[];
  readonly more?: object;
}

const open = { security: [] };

const does = (operationId: string, summary: string, { tag, group, answers, parameters = [], more }: Said): object => ({
  operationId,
  tags: [tag],
  summary,
  parameters: [...parameters, ...ofEvery],
  ...more,
  responses: { ...refusals(group), ...answers },
});

const answered = (description: string, type: FieldsType): object => ({ description, ...json(ref(type.name)) });
const files = (description: string, ...types: readonly string[]): object => ({
  description,
  content: Object.fromEntries(types.map((type) => [type, {}])),
});

/** Lines and events that come one after the other: OpenAPI 3.1 has no word of its own for what each of them is. */
const streamed = (description: string, mediaType: string, item: object): object => ({
  description,
  content: { [mediaType]: { schema: { type: 'string' }, 'x-itemSchema': item } },
});

const liveEvent = {
  type: 'object',
  properties: {
    id: { type: 'string', description: '续传位置 · Where to resume' },
    event: { enum: ['appended', 'live', 'reset'] },
    data: { type: 'string', contentMediaType: 'application/json', contentSchema: ref(LiveNotice.name) },
    retry: { type: 'integer' },
  },
};

const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'];
const page = { tag: 'docs', group: 'anywhere', answers: { 200: files('HTML', 'text/html') }, more: open };

/** What the gateway answers itself, beside the commands and queries of the services. */
export const gatewayPaths: Record<string, Record<string, object>> = {
  '/api/v1/session': {
    post: does('SignIn', '登录 · Sign in', {
      tag: 'session',
      group: 'sign-in',
      answers: { 200: answered('A token, good for 15 minutes', Session) },
      more: { ...open, requestBody: { required: true, ...json(ref(SignIn.name)) } },
    }),
    get: does('WhoAmI', '我是谁 · Who am I', {
      tag: 'session',
      group: 'session',
      answers: { 200: answered('Who is signed in', Principal) },
    }),
    delete: does('SignOut', '退出登录 · Sign out: no token of this session is good any more', {
      tag: 'session',
      group: 'session',
      answers: { 204: { description: 'Signed out' } },
    }),
  },
  '/api/v1/session/renew': {
    post: does('RenewSession', '续期 · Renew the token', {
      tag: 'session',
      group: 'renewal',
      answers: { 200: answered('A new token', Session) },
    }),
  },
  '/api/v1/history': {
    get: does('Replay', '回放历史 · Replay history, one event a line', {
      tag: 'history',
      group: 'history',
      parameters: parametersOf(ReplayHistory),
      answers: { 200: streamed('One CloudEvent a line', 'application/x-ndjson', ref(CloudEvent.name)) },
      more: { 'x-permission': 'audit.replay' },
    }),
  },
  '/api/v1/live': {
    get: does('FollowLive', '实时动态 · What happens, as it happens: ids and positions', {
      tag: 'live',
      group: 'live',
      parameters: shared('lastEventId'),
      answers: { 200: streamed('Server-sent events', 'text/event-stream', liveEvent) },
    }),
  },
  '/api/v1/pictures': {
    post: does('StorePicture', '上传图片 · Store a picture, sealed; name it in the report that follows', {
      tag: 'pictures',
      group: 'upload',
      parameters: parametersOf(PictureOf),
      answers: { 201: answered('Stored', StoredPicture) },
      more: {
        'x-permission': 'incident.report',
        requestBody: { required: true, ...files('', ...pictureTypes), description: 'JPEG, PNG or WebP' },
      },
    }),
  },
  '/api/v1/incidents/{incidentId}/pictures/{pictureId}': {
    get: does('GetPicture', '查看图片 · A picture, by the report that names it', {
      tag: 'pictures',
      group: 'picture',
      parameters: parametersOf(PictureAddress, ['incidentId', 'pictureId']),
      answers: { 200: files('The picture', ...pictureTypes) },
      more: { 'x-permission': 'incident.read' },
    }),
  },
  '/health/live': {
    get: does('Live', '存活 · Alive', {
      tag: 'health',
      group: 'anywhere',
      answers: { 200: answered('Alive', Alive) },
      more: open,
    }),
  },
  '/health/ready': {
    get: does('Ready', '就绪 · Ready', {
      tag: 'health',
      group: 'anywhere',
      answers: { 200: answered('Ready', Health), 503: answered('Not yet', Health) },
      more: {
        ...open,
        description:
          'Views and reactors tell how far they are behind the log: `seconds` is the age of the oldest event they have not ' +
          'taken in; `positions` is how many events they have not passed, and absent where the positions of the log do not ' +
          'count events (KurrentDB).',
      },
    }),
  },
  '/docs': { get: does('Docs', '接口文档 · The API to read and to try', page) },
  '/docs/': { get: does('DocsFolder', '接口文档 · The same', page) },
  '/docs/openapi.json': {
    get: does('DocsDocument', '接口描述 · This document', {
      tag: 'docs',
      group: 'anywhere',
      answers: { 200: { description: 'OpenAPI', ...json({ type: 'object' }) } },
      more: open,
    }),
  },
  '/docs/{file}': {
    get: does('DocsFile', '文档页面所用文件 · A file of the page', {
      tag: 'docs',
      group: 'file',
      parameters: [{ name: 'file', in: 'path', required: true, schema: { enum: docsFiles } }],
      answers: { 200: files('The file', 'text/css', 'text/javascript', 'application/javascript', 'image/png') },
      more: open,
    }),
  },
};
