import { spawnSync } from 'node:child_process';
import { type Component, suiteNeeding } from '../components/suite-needing.ts';

/** This network and another, joined by one cable that a test can cut; neither reaches beyond this machine. */
export interface TwoNetworks {
  /** This end's address. */
  readonly here: string;
  /** The other end's. */
  readonly there: string;
  /** Before a command: it runs in the other network. */
  readonly within: readonly string[];
  /** From now on whatever is sent is lost on the way, in both directions, and neither end is told. */
  cut(): void;
  heal(): void;
  /** In the other network, connections made from now on hold about so many bytes at each end that nobody has read. */
  hold(bytes: number): void;
  remove(): void;
}

/** @throws {Error} with what it said */
const ip = (...args: readonly string[]): string => {
  const { status, stdout, stderr, error } = spawnSync('ip', args, { encoding: 'utf8' });
  if (status !== 0) throw error ?? new Error(`ip ${args.join(' ')}: ${stderr.trim()}`);
  return stdout;
};

/** An address that no interface has: what is sent to it passes the cable, and is let lie. */
const nobody = '02:00:00:00:00:99';

interface End {
  readonly namespace: readonly string[];
  readonly device: string;
  readonly address: string;
}

const macOf = ({ namespace, device }: End): string =>
  /link\/ether (\S+)/.exec(ip(...namespace, 'link', 'show', 'dev', device))![1]!;

/** @throws {Error} where this user, or this machine, cannot */
export const twoNetworks = (): TwoNetworks => {
  const name = `panshi-${process.pid}`;
  // Of the addresses kept for tests of networks (RFC 2544).
  const net = `198.18.${process.pid % 256}`;
  const here: End = { namespace: [], device: `pa${process.pid}`, address: `${net}.1` };
  const there: End = { namespace: ['-n', name], device: `pb${process.pid}`, address: `${net}.2` };
  const remove = (): void => {
    // The cable goes with the namespace.
    spawnSync('ip', ['netns', 'del', name]);
    spawnSync('ip', ['link', 'del', here.device]);
  };
  ip('netns', 'add', name);
  process.once('exit', remove);
  /** Where each end believes that the other is. */
  const join = (told: (end: End) => string): void => {
    for (const [end, other] of [
      [here, there],
      [there, here],
    ] as const)
      ip(
        ...end.namespace,
        'neigh',
        'replace',
        other.address,
        'lladdr',
        told(other),
        'dev',
        end.device,
        'nud',
        'permanent',
      );
  };
  try {
    ip('link', 'add', here.device, 'type', 'veth', 'peer', 'name', there.device, 'netns', name);
    for (const { namespace, device, address } of [here, there]) {
      ip(...namespace, 'addr', 'add', `${address}/30`, 'dev', device);
      ip(...namespace, 'link', 'set', device, 'up');
    }
    ip(...there.namespace, 'link', 'set', 'lo', 'up');
    join(macOf);
  } catch (error) {
    remove();
    throw error;
  }
  return {
    here: here.address,
    there: there.address,
    within: ['ip', 'netns', 'exec', name],
    cut: () => join(() => nobody),
    heal: () => join(macOf),
    hold: (bytes) => {
      for (const buffer of ['rmem', 'wmem'])
        ip('netns', 'exec', name, 'sh', '-c', `echo "$0 $0 $0" > /proc/sys/net/ipv4/tcp_${buffer}`, String(bytes));
      // One packet of the loopback's own size would not fit.
      ip(...there.namespace, 'link', 'set', 'lo', 'mtu', '1500');
    },
    remove: () => {
      process.off('exit', remove);
      remove();
    },
  };
};

const component = ((): Component => {
  try {
    twoNetworks().remove();
    return {};
  } catch (error) {
    return { missing: `none can be made: ${(error as Error).message}` };
  }
})();

/** A suite that needs a second network: where this user may make none it is skipped by name, in CI too. */
export const describeWithTwoNetworks = suiteNeeding('a second network', component, 'optional');
