/** Writes the broker's users and their allow-lists, from what the contracts say. Build first. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { natsUsers } from '@panshi/messaging/nats';

writeFileSync(fileURLToPath(new URL('../deploy/nats/users.conf', import.meta.url)), natsUsers());
