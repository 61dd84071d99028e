import { OperatorError } from '@panshi/kernel';

/** The broker answers, but not this user: waiting does not help. */
export class BrokerRefuses extends OperatorError {
  override readonly name = 'BrokerRefuses';

  constructor(servers: readonly string[], user: string | undefined) {
    const who = user === undefined ? 'a client without user and password' : `the user ${user} with this password`;
    super(
      `The NATS server at ${servers.join(', ')} does not accept ${who}. ` +
        'Set PANSHI_NATS to nats://USER:PASSWORD@HOST:PORT with a user of its configuration.',
    );
  }
}

/** The broker accepts this user, but its allow-lists do not let it answer what its service owns. */
export class BrokerForbids extends OperatorError {
  override readonly name = 'BrokerForbids';

  constructor(subjects: readonly string[]) {
    const first = subjects.slice(0, 3).join(', ');
    super(
      `The NATS server does not let this user answer ${first}${subjects.length > 3 ? ' and others' : ''}. ` +
        'Start each service with the user of its name; the allow-lists are in deploy/nats.',
    );
  }
}
