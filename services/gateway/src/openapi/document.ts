import type { OpenAPIObject } from '@nestjs/swagger';
import {
  allCommands,
  allQueries,
  commandOptions,
  type CommandType,
  queryOptions,
  type QueryType,
} from '@panshi/contracts';
import { gatewayPaths } from './gateway-paths.ts';
import { answerSchemas, type Schema, validatedSchemas } from './schemas.ts';

const json = (schema: Schema): object => ({ content: { 'application/json': { schema } } });
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const problem = (description: string): object => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
});
const header = (name: string, description: string): object => ({
  name,
  in: 'header',
  schema: { type: 'string' },
  description,
});
const inQuery = (name: string, schema: Schema, required = false): object => ({ name, in: 'query', required, schema });

const pathOf = (route: string): string => `/api/v1${(route.split(' ')[1] as string).replaceAll(/:(\w+)/g, '{$1}')}`;
const paramsOf = (route: string): readonly string[] =>
  [...route.matchAll(/:(\w+)/g)].map((match) => match[1] as string);
const inPath = (name: string): object => ({ name, in: 'path', required: true, schema: { type: 'string' } });

const problems = {
  401: problem('Not signed in'),
  403: problem('Not permitted, or not in this territory'),
  404: problem('Not found'),
  422: problem('Not valid: each field is named'),
  429: problem('Too many requests; Retry-After says when'),
  503: problem('Nothing was saved, or the view is behind; Retry-After says when'),
};

const commandOperation = (type: CommandType): object => {
  const { service, summary, permission, route, creates } = commandOptions(type);
  return {
    operationId: type.name,
    tags: [service],
    summary: `${summary.zh} · ${summary.en}`,
    description: `Permission: \`${permission}\``,
    parameters: [
      ...paramsOf(route).map(inPath),
      header('Idempotency-Key', 'The same key and body act once, also after a crash'),
      header('If-Match', 'The ETag you saw; stale is 412'),
    ],
    requestBody: { required: true, ...json(ref(type.name)) },
    responses: {
      [creates ? 201 : 200]: { description: 'Recorded, and durable', ...json(ref('CommandReceipt')) },
      409: problem('Refused by a rule; the code says which'),
      412: problem('Stale If-Match'),
      ...problems,
    },
  };
};

const queryOperation = (type: QueryType, schemas: Record<string, Schema>): object => {
  const { service, summary, permission, route } = queryOptions(type);
  const { properties = {}, required = [] } = (schemas[type.name] ?? {}) as {
    properties?: Record<string, Schema>;
    required?: string[];
  };
  const inPathNames = paramsOf(route);
  return {
    operationId: type.name,
    tags: [service],
    summary: `${summary.zh} · ${summary.en}`,
    description: `Permission: \`${permission}\``,
    parameters: [
      ...inPathNames.map(inPath),
      ...Object.entries(properties)
        .filter(([name]) => !inPathNames.includes(name))
        .map(([name, schema]) => inQuery(name, schema, required.includes(name))),
      inQuery('after', { type: 'string', description: 'Wait until the view has passed this position' }),
      inQuery('asOf', { type: 'string', description: 'Answer as of this past instant or position' }),
    ],
    responses: { 200: { description: 'Found', ...json({ type: 'object' }) }, ...problems },
  };
};

/** The OpenAPI document, from the command and query classes themselves. */
export const openApiDocument = (): OpenAPIObject => {
  const schemas = { ...validatedSchemas(), ...answerSchemas };
  const paths: Record<string, Record<string, object>> = structuredClone(gatewayPaths);
  const add = (route: string, operation: object): void => {
    const verb = (route.split(' ')[0] as string).toLowerCase();
    (paths[pathOf(route)] ??= {})[verb] = operation;
  };
  for (const type of allCommands())
    if (commandOptions(type).permission !== 'system.act') add(commandOptions(type).route, commandOperation(type));
  for (const type of allQueries()) add(queryOptions(type).route, queryOperation(type, schemas));
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
  } as OpenAPIObject;
};
