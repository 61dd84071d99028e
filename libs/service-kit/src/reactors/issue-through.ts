import type { CommandEnvelope, CommandType } from '@panshi/contracts';
import { InvalidMessage, type ServiceClient } from '@panshi/messaging';
import type { Issue, Issued, ReactorDefinition } from '@panshi/read-model';
import { reject } from '../rejections.ts';

/** How long one attempt may take, in milliseconds; then the runner tries again. So long it also waits for a killed process. */
const patienceMs = 5_000;

/**
 * The fingerprint of every command of the system, so that a repeat is told by its command id alone: its body may differ,
 * where what the reactor looked up has changed since.
 */
const systemFingerprint = 'system';

/** A reactor or timer: its name, and the commands it declares. */
type Issuer = Pick<ReactorDefinition, 'name' | 'issues'>;

/**
 * Issues the commands of a reactor or timer as any other, through the service that owns them, as the system. Their rules
 * are checked there, as those of a client's command are.
 */
export const issueThrough =
  (client: ServiceClient, { name: by, issues }: Issuer): Issue =>
  async (command, issued) => {
    const type = command.constructor as CommandType;
    if (!issues.includes(type)) reject('command.not-declared', { by, command: type.name });
    await client.command(type, envelopeOf(command, issued)).catch(asRejection);
  };

const envelopeOf = (command: object, { actor, ...ids }: Issued): CommandEnvelope => ({
  command,
  ...ids,
  fresh: true,
  principal: { actor, grants: [], system: true },
  fingerprint: systemFingerprint,
  deadline: Date.now() + patienceMs,
});

/** A command that breaks its class's rules always will: waiting would stop the reactor for good. */
const asRejection = (error: unknown): never => {
  if (!(error instanceof InvalidMessage)) throw error;
  return reject('command.invalid', { fields: error.fields.map(({ field }) => field).join(', ') });
};
