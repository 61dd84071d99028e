import {
  allQueries,
  type CommandOptions,
  commandOptions,
  CommandReceipt,
  type CommandType,
  type FieldsType,
  type QueryOptions,
  queryOptions,
  type QueryType,
  routedCommands,
} from '@panshi/contracts';
import { Problem } from '../problem/problem.ts';
import { gatewayClasses, gatewayPaths } from './gateway-paths.ts';
import { json, operation, parametersOf, pathParametersOf, ref, schemasOf } from './schemas.ts';

const problem = (description: string): object => ({
  description,
  content: { 'application/problem+json': { schema: ref(Problem.name) } },
});
const parameterIn = (place: 'header' | 'query', name: string, description: string): object => ({
  name,
  in: place,
  schema: { type: 'string' },
  description,
});

const pathOf = (route: string): string => `/api/v1${(route.split(' ')[1] as string).replaceAll(/:(\w+)/g, '{$1}')}`;
const namesIn = (route: string): readonly string[] => [...route.matchAll(/:(\w+)/g)].map((match) => match[1] as string);

const problems = {
  401: problem('Not signed in'),
  403: problem('Not permitted, or not in this territory'),
  404: problem('Not found'),
  422: problem('Not valid: each field is named'),
  429: problem('Too many requests; Retry-After says when'),
  503: problem('Nothing was saved, or the view is behind; Retry-After says when'),
};

const described = (
  type: FieldsType,
  { service, summary, permission }: CommandOptions | QueryOptions,
  more: object,
): object =>
  operation(type.name, service, `${summary.zh} · ${summary.en}`, {
    description: `Permission: \`${permission}\``,
    ...more,
  });

const commandOperation = (type: CommandType, route: string): object => {
  const options = commandOptions(type);
  return described(type, options, {
    parameters: [
      ...pathParametersOf(type, namesIn(route)),
      parameterIn('header', 'Idempotency-Key', 'The same key and body act once, also after a crash'),
      parameterIn('header', 'If-Match', 'The ETag you saw; stale is 412'),
    ],
    requestBody: { required: true, ...json(ref(type.name)) },
    responses: {
      [options.creates ? 201 : 200]: { description: 'Recorded, and durable', ...json(ref(CommandReceipt.name)) },
      409: problem('Refused by a rule; the code says which'),
      412: problem('Stale If-Match'),
      ...problems,
    },
  });
};

const queryOperation = (type: QueryType, route: string): object => {
  const options = queryOptions(type);
  return described(type, options, {
    parameters: [
      ...parametersOf(type, namesIn(route)),
      parameterIn('query', 'after', 'Wait until the view has passed this position'),
      parameterIn('query', 'asOf', 'Answer as of this past instant or position'),
    ],
    responses: { 200: { description: 'Found', ...json(ref(options.answer.name)) }, ...problems },
  });
};

/** What of an OpenAPI document is read in code. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>>; readonly securitySchemes: object };
}

/** The OpenAPI document, from the command and query classes themselves. */
export const openApiDocument = (): OpenApiDocument & Readonly<Record<string, unknown>> => {
  const commands = routedCommands();
  const queries = allQueries();
  const answers = queries.map((type) => queryOptions(type).answer);
  const schemas = schemasOf([...commands, ...answers, ...gatewayClasses, CommandReceipt, Problem]);
  const paths: Record<string, Record<string, object>> = structuredClone(gatewayPaths);
  const add = (route: string, done: object): void => {
    const verb = (route.split(' ')[0] as string).toLowerCase();
    (paths[pathOf(route)] ??= {})[verb] = done;
  };
  for (const type of commands) {
    const { route = '' } = commandOptions(type);
    add(route, commandOperation(type, route));
  }
  for (const type of queries) {
    const { route } = queryOptions(type);
    add(route, queryOperation(type, route));
  }
  return {
    openapi: '3.0.3',
    info: {
      title: '磐石 Panshi',
      version: '1',
      description:
        '命令以 POST 提交，落盘之后才应答；查询用 GET。\n\nCommands are POSTed and answered once durable; queries are GETs.',
    },
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } }, schemas },
    paths,
  };
};
