import {
  allCommands,
  allQueries,
  allServices,
  commandSubject,
  type CommandType,
  pingSubject,
  querySubject,
  routedCommands,
} from '@panshi/contracts';
import { logAppended } from './hints.ts';
import { queueOf } from './queue.ts';

/** What one user of the broker may do; a subscription is a subject, or a subject and the queue group it takes part in. */
export interface NatsPermissions {
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
}

/** The commands that each service's reactors and timers declare, by the service's name. */
export type IssuedCommands = Readonly<Record<string, readonly CommandType[]>>;

/**
 * Least privilege, from what contracts and definitions say: the gateway asks whatever has a route, and nothing that only
 * the system does; a service answers what it owns, in its queue group, and issues what its reactors and timers declare.
 * Only who appends says so. Nobody reads another's answers.
 */
export const natsPermissions = (issued: IssuedCommands): Readonly<Record<string, NatsPermissions>> =>
  Object.fromEntries([
    ['gateway', gateway()],
    ...Object.keys(issued)
      .toSorted()
      .map((name) => [name, service(name, issued[name] ?? [])] as const),
  ]);

const gateway = (): NatsPermissions => ({
  publish: [
    ...routedCommands().map(commandSubject).toSorted(),
    ...allQueries().map(querySubject).toSorted(),
    ...allServices().map(pingSubject),
  ],
  subscribe: [logAppended, '_INBOX.gateway.>'],
});

const service = (name: string, issued: readonly CommandType[]): NatsPermissions => ({
  publish: [...issued.map(commandSubject).toSorted(), logAppended],
  subscribe: [
    ...allCommands(name).map(commandSubject).toSorted(),
    ...allQueries(name).map(querySubject).toSorted(),
    pingSubject(name),
  ]
    .map((subject) => `${subject} ${queueOf(subject)}`)
    .concat(logAppended, `_INBOX.${name}.>`),
});

/** The users as nats-server reads them; each password is in the environment (`PANSHI_NATS_GRID_PASSWORD`). */
export const natsUsers = (issued: IssuedCommands): string => {
  const users = Object.entries(natsPermissions(issued)).map(([name, { publish, subscribe }]) =>
    [
      '  {',
      `    user: ${name}`,
      `    password: $PANSHI_NATS_${name.toUpperCase()}_PASSWORD`,
      '    permissions: {',
      `      publish: { allow: [${listed(publish)}] }`,
      `      subscribe: { allow: [${listed(subscribe)}] }`,
      // A service may answer what it was asked, once, while somebody waits (a question about the past: a minute).
      ...(name === 'gateway' ? [] : ['      allow_responses: { max: 1, expires: "2m" }']),
      '    }',
      '  }',
    ].join('\n'),
  );
  return `# Made by the build, from contracts and definitions.\nusers: [\n${users.join('\n')}\n]\n`;
};

const listed = (subjects: readonly string[]): string =>
  subjects.map((subject) => `\n        ${JSON.stringify(subject)}`).join('') + '\n      ';
