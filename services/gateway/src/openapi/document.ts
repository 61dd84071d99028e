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
import { bodyLimitOf } from '../request/body-limits.ts';
import { gatewayAnswers, gatewayBodies, gatewayPaths } from './gateway-paths.ts';
import { headers, responseHeaders } from './headers.ts';
import { ofEvery, parametersOf, pathParametersOf, shared, sharedParameters } from './parameters.ts';
import { refusalResponses, refusals } from './refusal-responses.ts';
import { type Body, isOptional, json, ref, schemasOf } from './schemas.ts';

const pathOf = (route: string): string => `/api/v1${(route.split(' ')[1] as string).replaceAll(/:(\w+)/g, '{$1}')}`;
const namesIn = (route: string): readonly string[] => [...route.matchAll(/:(\w+)/g)].map((match) => match[1] as string);

const described = (
  type: FieldsType,
  { service, summary, permission }: CommandOptions | QueryOptions,
  more: object,
): object => ({
  operationId: type.name,
  tags: [service],
  summary: `${summary.zh} · ${summary.en}`,
  description: `Permission: \`${permission}\``,
  'x-permission': permission,
  ...more,
});

const bodyOf = (type: CommandType): Body => ({ type, inPath: namesIn(commandOptions(type).route ?? '') });

const commandOperation = (type: CommandType): object => {
  const options = commandOptions(type);
  const body = bodyOf(type);
  const answer = (description: string): object => ({
    description,
    headers: responseHeaders('ETag'),
    ...json(ref(CommandReceipt.name)),
  });
  return described(type, options, {
    parameters: [...pathParametersOf(type, body.inPath), ...shared('idempotencyKey', 'ifMatch'), ...ofEvery],
    requestBody: {
      description: `At most ${bodyLimitOf(options.route!.replace(' ', ' /api/v1'))} bytes`,
      required: !isOptional(body),
      ...json(ref(type.name)),
    },
    responses: {
      ...refusals(`${options.service}-command`),
      ...(options.creates && { 201: answer('Recorded, and durable') }),
      200: answer(options.creates ? 'It was so already: nothing was recorded' : 'Recorded, and durable'),
    },
  });
};

const queryOperation = (type: QueryType): object => {
  const options = queryOptions(type);
  const held = options.impersonal ? shared('ifNoneMatch') : [];
  return described(type, options, {
    parameters: [...parametersOf(type, namesIn(options.route)), ...shared('after', 'asOf'), ...held, ...ofEvery],
    responses: {
      ...refusals(`${options.service}-query`),
      ...(options.impersonal && {
        304: { description: 'It is as you hold it', headers: responseHeaders('ETag', 'X-Position', 'X-As-Of') },
      }),
      200: {
        description: 'Found',
        headers: responseHeaders('X-Position', 'X-As-Of', ...(options.stream ? (['ETag'] as const) : [])),
        ...json(ref(options.answer.name)),
      },
    },
  });
};

/** What of an OpenAPI document is read in code. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> } & Readonly<Record<string, object>>;
}

/** The OpenAPI document, from the command and query classes themselves. */
export const openApiDocument = (): OpenApiDocument & Readonly<Record<string, unknown>> => {
  const commands = routedCommands();
  const queries = allQueries();
  const answers = queries.map((type) => queryOptions(type).answer);
  const paths: Record<string, Record<string, object>> = structuredClone(gatewayPaths);
  const add = (route: string, operation: object): void => {
    const verb = (route.split(' ')[0] as string).toLowerCase();
    (paths[pathOf(route)] ??= {})[verb] = operation;
  };
  for (const type of commands) add(commandOptions(type).route ?? '', commandOperation(type));
  for (const type of queries) add(queryOptions(type).route, queryOperation(type));
  return {
    openapi: '3.1.0',
    info: { title: '磐石 Panshi', version: '1', description },
    security: [{ bearer: [] }],
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: schemasOf(
        [...commands.map(bodyOf), ...gatewayBodies],
        [...answers, ...gatewayAnswers, CommandReceipt, Problem],
      ),
      parameters: sharedParameters,
      headers,
      responses: refusalResponses(),
    },
    paths,
  };
};

const description = `命令以 POST 提交，落盘之后才应答；查询用 GET。

Commands are POSTed and answered once durable; queries are GETs.

- What an address does not take is 405, with \`Allow\`. Where GET is taken, so is HEAD.
- To a command a field that is \`null\` is absent.
- What is taken is stored as it was sent, but for: texts in NFC; ids in small letters; instants in UTC, cut to milliseconds; places in
  degrees of WGS-84 to six decimals (0.1 m), a place of another coordinate system beside as it was sent; outlines without the repeated
  first corner; codes of regions without the zeros that fill them up to twelve digits; zero without sign; pictures without their tags.
- Query parameters that an operation does not name are refused (422).
- Answers may gain fields; where a schema says \`additionalProperties: false\`, clients send no others.
- Patterns are of ECMA-262 with the flag \`u\`; \`x-unique-by\` names the field by which no two items of a list are alike.
- No text may hold an identity number.
`;
