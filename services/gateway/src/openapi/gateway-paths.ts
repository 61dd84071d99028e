import type { FieldsType } from '@panshi/contracts';
import { ReplayHistory } from '../history/replay-query.ts';
import { SignIn } from '../session/sign-in.ts';
import { Principal, Session } from '../session/session-answers.ts';
import { Alive, Health, StoredPicture } from './gateway-answers.ts';
import { json, operation, parametersOf, ref } from './schemas.ts';

const open: readonly object[] = [];
const answered = (description: string, type: FieldsType): object => ({ description, ...json(ref(type.name)) });

/** Classes of what the gateway takes and answers itself. */
export const gatewayClasses = [SignIn, Session, Principal, StoredPicture, Alive, Health];

/** What the gateway answers itself, beside the commands and queries of the services. */
export const gatewayPaths: Record<string, Record<string, object>> = {
  '/api/v1/session': {
    post: operation('SignIn', 'session', '登录 · Sign in', {
      security: open,
      requestBody: { required: true, ...json(ref(SignIn.name)) },
      responses: {
        200: answered('A token, good for 15 minutes', Session),
        401: { description: 'Wrong user name or password' },
      },
    }),
    get: operation('WhoAmI', 'session', '我是谁 · Who am I', { responses: { 200: answered('OK', Principal) } }),
    delete: operation('SignOut', 'session', '退出登录 · Sign out: no token of this session is good any more', {
      responses: { 204: { description: 'Signed out' } },
    }),
  },
  '/api/v1/session/renew': {
    post: operation('RenewSession', 'session', '续期 · Renew the token', {
      responses: { 200: answered('A new token', Session) },
    }),
  },
  '/api/v1/history': {
    get: operation('Replay', 'history', '回放历史 · Replay history, one event a line (CloudEvents)', {
      parameters: parametersOf(ReplayHistory),
      responses: {
        200: { description: 'NDJSON', content: { 'application/x-ndjson': { schema: { type: 'string' } } } },
      },
    }),
  },
  '/api/v1/live': {
    get: operation(
      'FollowLive',
      'live',
      '实时动态 · What happens, as it happens (server-sent events: appended, live, reset)',
      {
        parameters: [{ name: 'Last-Event-ID', in: 'header', schema: { type: 'string' } }],
        responses: {
          200: { description: 'Ids and positions', content: { 'text/event-stream': { schema: { type: 'string' } } } },
          429: { description: 'This account has too many streams open' },
          503: { description: 'Too many streams are open' },
        },
      },
    ),
  },
  '/api/v1/pictures': {
    post: operation(
      'StorePicture',
      'pictures',
      '上传图片 · Store a picture, sealed; name it in the report that follows',
      {
        requestBody: { required: true, content: { 'image/jpeg': {}, 'image/png': {}, 'image/webp': {} } },
        responses: { 201: answered('Stored', StoredPicture) },
      },
    ),
  },
  '/health/live': {
    get: operation('Live', 'health', 'Alive', {
      security: open,
      responses: { 200: answered('OK', Alive) },
    }),
  },
  '/health/ready': {
    get: operation('Ready', 'health', 'Ready', {
      description:
        'Views and reactors tell how far they are behind the log: `seconds` is the age of the oldest event they have not ' +
        'taken in; `positions` is how many events they have not passed, and absent where the positions of the log do not ' +
        'count events (KurrentDB).',
      security: open,
      responses: { 200: answered('Ready', Health), 503: answered('Not yet', Health) },
    }),
  },
};
