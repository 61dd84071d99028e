import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect, type NatsConnection, type PermissionViolationError } from '@nats-io/transport-node';
import { allCommands, allQueries, allServices, commandSubject, pingSubject, querySubject } from '@panshi/contracts';
import { connectionOptions, natsAddress } from '@panshi/messaging';
import {
  logAppended,
  NatsClient,
  NatsLink,
  natsPermissions,
  NatsServer,
  natsUsers,
  Seal,
} from '@panshi/messaging/nats';
import { issuedBy } from '@panshi/service-kit';
import { firstValueFrom } from 'rxjs';
import { describeWithNats, type Nats, startNats } from '../components/nats.ts';
import { queueOf } from '../../libs/messaging/src/nats/queue.ts';
import { services } from './workspace.ts';

const seal = new Seal(Buffer.alloc(32));
const soon = Date.now() + 20_000;
const folder = resolve(import.meta.dirname, '../../deploy/nats');
const issued = Object.fromEntries(services.map(({ definition }) => [definition.name, issuedBy(definition)]));
const permissions = natsPermissions(issued);
const users = Object.keys(permissions);
const password = (user: string): string => `p-${user}`;

const requests = [
  ...allCommands().map(commandSubject),
  ...allQueries().map(querySubject),
  ...allServices().map(pingSubject),
];
const inboxes = users.map((user) => `_INBOX.${user}.token`);
/** What one may try to speak on. */
const speakable = [...requests, logAppended, ...inboxes, 'panshi.other.command.X', 'anything'];
/** What one may try to listen to: each subject with its queue group and without, and whatever would hear more. */
const audible = [
  ...requests.flatMap((subject) => [subject, `${subject} ${queueOf(subject)}`, `${subject} mine`]),
  logAppended,
  ...users.map((user) => `_INBOX.${user}.>`),
  ...['>', '*.>', 'panshi.>', '_INBOX.>', 'anything', '$SYS.>'],
  ...users.flatMap((user) => [`panshi.${user}.>`, `panshi.${user}.command.*`, `panshi.*.query.* panshi.${user}`]),
];

describe('the allow-lists of the broker', () => {
  it('are those that the build has put into deploy/nats', () => {
    expect(readFileSync(`${folder}/users.conf`, 'utf8')).toBe(natsUsers(issued));
  });

  it('keep from the gateway what only the system does', () => {
    expect(permissions.gateway!.publish).toContain('panshi.grid.command.ReportIncident');
    expect(permissions.gateway!.publish).not.toContain('panshi.case.command.EscalateCase');
    expect(permissions.case!.publish).toContain('panshi.case.command.EscalateCase');
  });

  it('keep from a service what its reactors and timers do not issue', () => {
    expect(permissions.case!.publish).not.toContain('panshi.case.command.FileCase');
    expect(permissions.case!.publish).not.toContain('panshi.grid.command.MoveIncidentToGrid');
  });
});

describeWithNats('on a real nats-server with these lists', () => {
  let nats: Nats;
  beforeAll(async () => {
    const environment = Object.fromEntries(
      users.map((user) => [`PANSHI_NATS_${user.toUpperCase()}_PASSWORD`, password(user)]),
    );
    nats = await startNats({ config: `${folder}/nats.conf`, environment });
  });
  afterAll(() => nats.stop());

  /** Everything the server refuses a user who tries something, up to the last thing it tries, which is forbidden. */
  const refusedOf = async (user: string, attempt: (connection: NatsConnection) => void): Promise<Set<string>> => {
    const connection = await connect(connectionOptions(natsAddress(nats.urlOf(user, password(user)))));
    attempt(connection);
    connection.publish('the.end');
    const refused = new Set<string>();
    for await (const status of connection.status()) {
      if (status.type !== 'error') continue;
      const { operation, subject, queue } = status.error as PermissionViolationError;
      if (subject === 'the.end') break;
      refused.add(`${operation} ${subject}${queue ? ` ${queue}` : ''}`);
    }
    await connection.close();
    return refused;
  };
  /** By the server's own word. A queue is part of what it forbids where one was asked for. */
  const kept = (tried: readonly string[], operation: string, refused: ReadonlySet<string>): readonly string[] =>
    tried.filter((each) => !refused.has(`${operation} ${each}`)).toSorted();

  it('it listens on this machine alone, for it has no TLS', () => {
    expect(nats.address).toBe('127.0.0.1');
  });

  it.each(users)('%s speaks on its own subjects, and on no other', async (user) => {
    const refused = await refusedOf(user, (connection) => speakable.forEach((each) => connection.publish(each, '{}')));
    const allowed = permissions[user]!.publish;
    expect(kept(speakable, 'publish', refused)).toEqual([...allowed].toSorted());
  });

  it.each(users)('%s hears its own requests, in its queue group, and its own answers, and no other', async (user) => {
    const refused = await refusedOf(user, (connection) => {
      for (const each of audible) {
        const [subject = '', queue] = each.split(' ');
        connection.subscribe(subject, { ...(queue && { queue }), callback: () => undefined });
      }
    });
    expect(kept(audible, 'subscription', refused)).toEqual([...permissions[user]!.subscribe].toSorted());
  });

  it('a service started as another says so when it starts, and a client what it may not ask', async () => {
    const link = new NatsLink(natsAddress(nats.urlOf('grid', password('grid'))));
    const server = new NatsServer(link, seal);
    server.addHandler('panshi.case.query.GetCase', async () => undefined);
    const listening = new Promise((_, failed) => server.listen(failed));
    await expect(listening).rejects.toMatchObject({
      name: 'BrokerForbids',
      message: expect.stringContaining('panshi.case.query.GetCase'),
    });
    const question = firstValueFrom(new NatsClient(link, seal).send('panshi.case.query.GetCase', { deadline: soon }));
    await expect(question).rejects.toMatchObject({
      name: 'InternalFault',
      message: expect.stringContaining('allow-lists'),
    });
    await link.close();
  });

  it('a link with the wrong password ends, with what to do, rather than to try for ever', async () => {
    const link = new NatsLink(natsAddress(nats.urlOf('grid', password('case'))));
    await expect(link.connect()).rejects.toMatchObject({
      name: 'BrokerRefuses',
      message: expect.stringContaining('PANSHI_NATS'),
    });
  });

  it('nobody comes in without a user, or with the password of another', async () => {
    for (const url of [nats.url, nats.urlOf('grid', password('case')), nats.urlOf('root', password('root'))])
      await expect(connect(connectionOptions(natsAddress(url)))).rejects.toThrow(/authoriz/i);
  });
});
