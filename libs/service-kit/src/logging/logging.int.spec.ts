import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type INestApplication, Logger } from '@nestjs/common';
import { startSample, temporaryFolder } from '../../test/sample/app.ts';
import { GetLamp, InstallLamp } from '../../test/sample/commands.ts';
import { envelopeOf, questionOf } from '../../test/sample/envelopes.ts';
import { sampleDefinition } from '../../test/sample/sample.definition.ts';
import { answer } from '../definition/query.ts';
import { traced } from './trace.ts';

const name = '张三丰';
const phone = '13912345678';

describe('the log of a process', () => {
  let app: INestApplication;
  let lines: string[];
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;

  beforeEach(async () => {
    folder = await temporaryFolder();
    lines = [];
  });
  afterEach(async () => {
    await app.close();
    await folder.remove();
  });

  it('holds JSON lines with the correlation id, and of a fault the cause; never a body, at any level', async () => {
    const failing = answer(GetLamp, async (query) => {
      throw Object.assign(new TypeError('no such column'), { query, keeper: name });
    });
    const definition = { ...sampleDefinition, queries: [failing] };
    const sample = await startSample(folder.path, { definition, logTo: { write: (line) => void lines.push(line) } });
    app = sample.app;
    const { id } = await sample.client.command(InstallLamp, envelopeOf({ regionCode: '320113001001', keeper: name }));
    await sample.client.command(InstallLamp, envelopeOf({ regionCode: name, keeper: phone } as never)).catch(() => {});
    const question = questionOf({ lampId: id as string });
    await expect(sample.client.query(GetLamp, question)).rejects.toMatchObject({ name: 'InternalFault' });
    const fault = lines.map((line) => JSON.parse(line) as Record<string, unknown>).find(({ level }) => level === 50);
    expect(fault).toMatchObject({
      correlationId: question.correlationId,
      context: 'FailureFilter',
      err: { type: 'TypeError', message: 'no such column' },
    });
    expect(lines.join()).not.toMatch(new RegExp(`${name}|${phone}`));

    const logger = new Logger('Careless');
    traced({ correlationId: 'c-1' }, () =>
      logger.warn({ command: { keeper: name }, envelope: { command: { keeper: name } }, body: phone, password: phone }),
    );
    const careless = lines.at(-1) as string;
    expect(JSON.parse(careless)).toMatchObject({ correlationId: 'c-1', context: 'Careless' });
    expect(careless).not.toMatch(new RegExp(`${name}|${phone}`));
  });
});
