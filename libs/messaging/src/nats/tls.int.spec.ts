import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect as connectSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import tls from 'node:tls';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { connect } from '@nats-io/transport-node';
import { describeWithNats, type Nats, startNats } from '../../../../test/components/nats.ts';
import { describeWithPrograms } from '../../../../test/components/programs.ts';
import { connectionOptions, natsAddress } from './address.ts';
import { NatsLink } from './link.ts';

const config = resolve(import.meta.dirname, '../../../../deploy/nats/tls.conf');
const users = readFileSync(resolve(config, '../users.conf'), 'utf8');
const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];

const describeWithOpenssl = describeWithPrograms('openssl');

describeWithNats('a broker', () =>
  describeWithOpenssl('with certificates', () => {
    const trusted = tls.getCACertificates('default');
    let folder: string;
    let nats: Nats;
    const address = (scheme: string) => natsAddress(nats.urlOf('grid', 'p').replace('nats:', `${scheme}:`));

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'panshi-tls-'));
      const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
      const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...subject];
      const { status, stderr } = spawnSync('openssl', made, { encoding: 'utf8' });
      if (status !== 0) throw new Error(`openssl made no certificate: ${stderr}`);
      nats = await startNats({
        config,
        address: '127.0.0.1',
        environment: {
          ...Object.fromEntries([...users.matchAll(/\$(PANSHI_NATS_\w+)/g)].map(([, name]) => [name, 'p'])),
          PANSHI_NATS_CERT_FILE: cert,
          PANSHI_NATS_KEY_FILE: key,
        },
      });
    });
    afterAll(async () => {
      tls.setDefaultCACertificates(trusted);
      await nats?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    it('is not trusted without its authority', async () => {
      await expect(connect(connectionOptions(address('tls')))).rejects.toThrow(/certificate/);
    });

    it('is spoken to in TLS where its authority is trusted', async () => {
      tls.setDefaultCACertificates([...trusted, readFileSync(join(folder, 'cert.pem'), 'utf8')]);
      const link = new NatsLink(address('tls'));
      const connection = await link.connect();
      expect(connection.info).toMatchObject({ tls_required: true });
      await connection.flush();
      await link.close();
    });

    it.each([
      ['TLSv1.1', /alert protocol version/],
      ['TLSv1.2', /spoken/],
    ] as const)('asked for %s answers %s', async (version, answer) => {
      const { hostname, port } = new URL(nats.url);
      const socket = connectSocket(Number(port), hostname);
      await once(socket, 'data');
      // OpenSSL itself speaks the old ones at this level only.
      const only = { minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' };
      const secure = tls.connect({ socket, ...only, rejectUnauthorized: false });
      const heard = await once(secure, 'secureConnect').then(
        () => 'spoken',
        (error: Error) => error.message,
      );
      secure.destroy();
      expect(heard).toMatch(answer);
    });

    it('is demanded by tls://: one without certificates is refused', async () => {
      const plain = await startNats();
      const options = connectionOptions(natsAddress(plain.url.replace('nats:', 'tls:')));
      await expect(connect(options)).rejects.toThrow(/tls/);
      await plain.stop();
    });
  }),
);
