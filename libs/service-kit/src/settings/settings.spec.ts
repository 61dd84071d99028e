import { describe, expect, it } from '@jest/globals';
import { BadSettings, readSettings } from './settings.ts';

const problemsOf = (variables: Record<string, string>): readonly string[] => {
  try {
    readSettings(variables);
  } catch (error) {
    if (error instanceof BadSettings) return error.problems;
  }
  return [];
};

describe('settings', () => {
  it('default to the embedded topology, in ./data, on 127.0.0.1:3000', () => {
    expect(readSettings({})).toEqual({
      data: './data',
      events: { path: 'data/events.db' },
      views: { path: 'data/views.db' },
      keys: { path: 'data/keys.db' },
      masterKey: undefined,
      provenance: 'real',
      host: '127.0.0.1',
      port: 3000,
      logLevel: 'info',
      requestsPerMinute: 1200,
    });
  });

  it('take every database from the data folder but those named', () => {
    const settings = readSettings({ PANSHI_DATA: '/var/lib/panshi', PANSHI_VIEWS: 'sqlite:/tmp/views.db' });
    expect(settings).toMatchObject({
      events: { path: '/var/lib/panshi/events.db' },
      views: { path: '/tmp/views.db' },
    });
  });

  it('read a sqlite URL in each way it is written', () => {
    for (const [url, path] of [
      ['sqlite:./data/e.db', './data/e.db'],
      ['sqlite:/data/e.db', '/data/e.db'],
      ['sqlite:///data/e.db', '/data/e.db'],
    ] as const)
      expect(readSettings({ PANSHI_EVENTS: url }).events).toEqual({ path });
  });

  it.each([
    ['PANSHI_EVENTS', 'mysql://root:secret@db', 'sqlite:PATH'],
    ['PANSHI_EVENTS', 'sqlite:', 'sqlite:PATH'],
    ['PANSHI_EVENTS', 'mongodb://root:secret@db', 'kurrentdb://HOST:PORT'],
    ['PANSHI_VIEWS', 'kurrentdb://root:secret@db', 'mongodb://HOST:PORT'],
    ['PANSHI_VIEWS', 'mongodb://', 'mongodb://HOST:PORT'],
    ['PANSHI_NATS', 'http://user:secret@127.0.0.1', 'nats://USER:PASSWORD@HOST:PORT'],
    ['PANSHI_MASTER_KEY', 'secret', '32 bytes in base64'],
    ['PANSHI_PROVENANCE', 'secret', 'real, demo, drill'],
    ['PORT', 'secret', '0 to 65535'],
    ['PORT', '70000', '0 to 65535'],
    ['PANSHI_REQUESTS_PER_MINUTE', 'secret', '1 to 10000000'],
    ['HOST', 'no such host secret', 'address or host name'],
    ['LOG_LEVEL', 'secret', 'fatal, error, warn, info, debug, trace, silent'],
  ])('refuse %s=%s by the name of what is wrong and what is allowed, without its value', (name, value, allowed) => {
    const [problem, ...others] = problemsOf({ [name]: value });
    expect(problem).toContain(name);
    expect(problem).toContain(allowed);
    expect(problem).not.toContain('secret');
    expect(others).toEqual([]);
  });

  it('read where the broker is, and as whom to speak to it', () => {
    expect(readSettings({ PANSHI_NATS: 'tls://grid:secret@broker' }).nats).toEqual({
      servers: ['broker:4222'],
      user: 'grid',
      password: 'secret',
      tls: true,
    });
  });

  it('name the servers of the stores, and demand the master key where keys lie on one', () => {
    const urls = {
      PANSHI_EVENTS: 'kurrentdb://db:2113',
      PANSHI_VIEWS: 'mongodb://db',
      PANSHI_KEYS: 'mongodb+srv://db',
    };
    expect(problemsOf(urls)).toEqual([expect.stringContaining('PANSHI_MASTER_KEY must be set')]);
    expect(readSettings({ ...urls, PANSHI_MASTER_KEY: `${'A'.repeat(43)}=` })).toMatchObject({
      events: { url: 'kurrentdb://db:2113' },
      views: { url: 'mongodb://db' },
      keys: { url: 'mongodb+srv://db' },
    });
  });

  it('refuse two stores in one file', () => {
    const problems = problemsOf({ PANSHI_DATA: '/srv/panshi', PANSHI_VIEWS: 'sqlite:/srv/x/../panshi/events.db' });
    expect(problems).toEqual(['PANSHI_EVENTS and PANSHI_VIEWS name one file: give each its own']);
  });

  it('say everything that is wrong at once', () => {
    expect(problemsOf({ PORT: 'x', LOG_LEVEL: 'loud' })).toHaveLength(2);
  });

  it('take an empty variable as unset', () => {
    expect(readSettings({ PORT: '', PANSHI_NATS: '' }).port).toBe(3000);
  });
});
