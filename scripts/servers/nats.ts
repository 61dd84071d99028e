import { builtOnce, type Found, onPath } from './found.ts';

const version = '2.14.9';

/** The nats-server of this machine: that on the PATH (tried from 2.9), else the one built here earlier, else one built now. */
export const findNats = (): Found => {
  const path = onPath('nats-server');
  if (path !== undefined) return { path };
  return builtOnce({
    title: 'nats-server',
    name: `nats-server-${version}`,
    output: 'nats-server',
    steps: (draft) => [
      ['go', ['install', `github.com/nats-io/nats-server/v2@v${version}`], { GOBIN: draft, GOFLAGS: '-trimpath' }],
    ],
  });
};
