import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import type { ServiceClient } from '@panshi/messaging';
import { startSample, temporaryFolder } from '../../test/sample/app.ts';
import { InstallLamp } from '../../test/sample/commands.ts';
import { envelopeOf } from '../../test/sample/envelopes.ts';

const regionCode = '320113001001';

describe('a service definition, as a Nest module', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let app: INestApplication;
  let client: ServiceClient;

  beforeEach(async () => {
    folder = await temporaryFolder();
    ({ app, client } = await startSample(folder.path));
  });
  afterEach(async () => {
    await app.close();
    await folder.remove();
  });

  it('answers its commands over the transport', async () => {
    const receipt = await client.command(InstallLamp, envelopeOf({ regionCode, keeper: '张三' }));
    expect(receipt).toMatchObject({ stream: `lamp-${receipt.id}`, version: 0, events: 1 });
  });
});
