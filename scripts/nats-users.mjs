/** Writes the broker's users and their allow-lists to a file, from what the contracts say: a part of the build. */
import { writeFileSync } from 'node:fs';
import { natsUsers } from '@panshi/messaging/nats';

writeFileSync(process.argv[2], natsUsers());
