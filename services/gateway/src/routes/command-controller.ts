import { Body, Controller, HttpCode, Param, Post, Put, Delete, Req, Res, type Type } from '@nestjs/common';
import { commandOptions, type CommandReceipt, type CommandType } from '@panshi/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '../problem/refused.ts';
import { CommandDispatcher } from './command-dispatcher.ts';
import { etag, hasBody } from './headers.ts';

const verbs = { POST: Post, PUT: Put, DELETE: Delete } as const;

/** The HTTP route of a command: an ordinary Nest controller, made from what the command's class says. */
export const commandController = (type: CommandType): Type => {
  const { route, creates } = commandOptions(type);
  const [verb, path] = route!.split(' ') as [keyof typeof verbs, string];
  const Verb = verbs[verb];

  @Controller('api/v1')
  class CommandRoute {
    constructor(private readonly dispatcher: CommandDispatcher) {}

    @Verb(path)
    @HttpCode(creates ? 201 : 200)
    async handle(
      @Req() request: FastifyRequest,
      @Res({ passthrough: true }) response: FastifyReply,
      @Param() params: Record<string, string>,
      @Body() body: unknown,
    ): Promise<CommandReceipt> {
      if (body === undefined && hasBody(request)) throw problem('request.unsupported-type');
      const receipt = await this.dispatcher.dispatch(type, merged(body, params), request);
      if (receipt.events === 0) response.status(200);
      // Nothing was done to what does not exist.
      if (receipt.version >= 0) response.header('ETag', etag(receipt.version));
      return receipt;
    }
  }
  Object.defineProperty(CommandRoute, 'name', { value: `${type.name}Route` });
  return CommandRoute;
};

const unlikeAddress = { zh: '与地址中的不一致，请改正或不填', en: 'is unlike the address: mend it, or leave it out' };

/** Body and path make one command; a field that says one thing in the path and another in the body is refused. */
const merged = (body: unknown, params: Record<string, string>): Record<string, unknown> => {
  const fields = body ?? {};
  if (typeof fields !== 'object' || Array.isArray(fields)) throw problem('request.not-json');
  const errors = Object.entries(params)
    .filter(([field, value]) => field in fields && (fields as Record<string, unknown>)[field] !== value)
    .map(([field]) => ({ field, rule: 'path', words: unlikeAddress }));
  if (errors.length) throw problem('request.invalid', {}, { errors });
  return { ...(withoutNulls(fields) as object), ...params };
};

/** To JSON clients `null` and absence are the same; to decisions there is only absence. */
const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([name, inner]) => [name, withoutNulls(inner)]),
  );
};
