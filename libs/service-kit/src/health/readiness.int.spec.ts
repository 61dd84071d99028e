import { afterEach, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { startSample, temporaryFolder } from '../../test/sample/app.ts';
import { InstallLamp } from '../../test/sample/commands.ts';
import { envelopeOf } from '../../test/sample/envelopes.ts';
import { lampCount, sampleDefinition } from '../../test/sample/sample.definition.ts';
import type { ModelDefinition } from '../definition/model.ts';
import { LiveModels } from '../models/live-models.ts';
import { EVENT_STORE, VIEW_STORE } from '../tokens.ts';
import { ProjectedViews } from '../views/projected-views.ts';
import { Readiness } from './readiness.ts';
import type { EventStore } from '@panshi/event-store';
import type { ViewStore } from '@panshi/read-model';

describe('readiness', () => {
  let app: INestApplication;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  afterEach(async () => {
    await app.close();
    await folder.remove();
  });

  it('says that the log is writable, and how far views and models are', async () => {
    folder = await temporaryFolder();
    const sample = await startSample(folder.path);
    app = sample.app;
    const { position } = await sample.client.command(
      InstallLamp,
      envelopeOf({ regionCode: '320113001001', keeper: '张三' }),
    );
    await app.get(ProjectedViews, { strict: false }).whenPassed(['lamp-board'], position, Date.now() + 5000);
    await app.get(LiveModels, { strict: false }).ready(Date.now() + 5000);
    expect(await app.get(Readiness).report()).toMatchObject({
      status: 'ok',
      details: {
        store: { status: 'up' },
        views: { status: 'up', 'lamp-board': { ready: true, position, positions: 0, seconds: 0, parked: 0 } },
        models: { status: 'up', 'lamp-count': { caughtUp: true, position } },
        work: { status: 'up', ended: [] },
      },
    });
  });

  it('is lost with a model that fails, and says which', async () => {
    folder = await temporaryFolder();
    const poisoned: ModelDefinition = {
      ...(lampCount as unknown as ModelDefinition),
      apply: () => {
        throw new Error('poison');
      },
    };
    const sample = await startSample(folder.path, { definition: { ...sampleDefinition, models: [poisoned] } });
    app = sample.app;
    const lamp = envelopeOf({ regionCode: '320113001001', keeper: '张三' });
    const { position } = await sample.client.command(InstallLamp, lamp);
    const models = app.get(LiveModels, { strict: false });
    await expect(models.ready(Date.now() + 5000)).rejects.toMatchObject({ code: 'model-failed' });
    const report = await app.get(Readiness).report();
    expect(report).toMatchObject({ status: 'error', error: { models: { status: 'down' } } });
    const told = { 'lamp-count': { caughtUp: false, failedAt: { position, type: 'LampInstalled' } } };
    expect(report.details).toMatchObject({ models: told });
    expect(Object(report.details['models']!)['lamp-count']).not.toHaveProperty('position', position);
    await expect(app.get(Readiness).caughtUp()).rejects.toThrow(
      /model lamp-count cannot take up the event LampInstalled/,
    );
  });

  it('is lost with views whose store does not answer', async () => {
    folder = await temporaryFolder();
    app = (await startSample(folder.path)).app;
    await app.get<ViewStore>(VIEW_STORE).close();
    expect(await app.get(Readiness).report()).toMatchObject({
      status: 'error',
      error: { views: { status: 'down', error: 'StoreUnavailable' } },
    });
  });

  it('is lost with a log that takes no writes', async () => {
    folder = await temporaryFolder();
    app = (await startSample(folder.path)).app;
    await app.get<EventStore>(EVENT_STORE).close();
    expect(await app.get(Readiness).store()).toMatchObject({ store: { status: 'down', reason: expect.any(String) } });
  });
});
