import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from '@panshi/contracts';
import { describeWithNats } from '../components/nats.ts';
import { type Api, signIn } from '../support/api.ts';
import type { Data } from '../support/demo-data.ts';
import { applyGuide, readGuide } from '../support/guides.ts';
import { follow } from '../support/live.ts';
import { forPrograms, root, type Server, startServer, stopServer } from '../support/server.ts';
import { type Office, password, smallDistrict } from '../support/small-district.ts';
import { type TreeCopy, treeCopy } from '../support/tree-copy.ts';
import { startUpWith } from '../support/up.ts';

const guides = ['add-a-service', 'add-a-command', 'add-a-view'].map(readGuide);
const [service, command, view] = guides;
const commands = [...new Set(guides.flatMap((guide) => guide.commands))];
/** The guides' tests are run at once, with those of the whole tree. */
const ofTests = 'npm test -- ';
const tests = commands.filter((each) => each.startsWith(ofTests)).map((each) => each.slice(ofTests.length));

const street = '320113001';
const notice = { regionCode: street, title: '停水通知', text: '明日八时至十时停水。', urgency: 'advice' };

let tree: TreeCopy;
let data: Data;
let server: Server;

const inTree = (line: string): { status: number | null; printed: string } => {
  const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
  const env = { ...process.env, ...forPrograms, NX_DAEMON: 'false', PATH };
  const { status, stdout, stderr } = spawnSync(line, { cwd: tree.path, env, encoding: 'utf8', shell: true });
  return { status, printed: `${line}\n${stdout}${stderr}` };
};
const jestOn = (...files: readonly string[]) => inTree(`npm run jest -- ${files.join(' ')}`);
const rules = ['rules', 'definitions', 'view-schemas'].map((each) => `test/architecture/${each}.spec.ts`);
const textOf = (path: string): string => readFileSync(join(tree.path, path), 'utf8');
const change = (path: string, to: (text: string) => string): void =>
  writeFileSync(join(tree.path, path), to(textOf(path)));

const as = (office: Office, url = server.url): Promise<Api> => signIn(url, office, password);

beforeAll(async () => {
  data = await smallDistrict();
  tree = treeCopy();
  for (const guide of guides) applyGuide(guide, tree.path);
  for (const line of commands.filter((each) => !each.startsWith(ofTests)))
    expect(inTree(line)).toMatchObject({ status: 0 });
  server = await startServer({ data: data.data, tree: tree.path });
}, 600_000);

afterAll(async () => {
  if (server) await stopServer(server);
  tree?.remove();
  data?.remove();
});

const filesOf = ({ steps }: { readonly steps: readonly { readonly path: string }[] }): readonly string[] => [
  ...new Set(steps.map(({ path }) => path)),
];

const referencesIn = (text: string): readonly string[] =>
  (JSON.parse(text) as { references: { path: string }[] }).references.map(({ path }) => path);

describe('the guides', () => {
  it('have a command with a new event touch six files, its test among them', () => {
    expect(filesOf(command!)).toHaveLength(6);
    expect(filesOf(command!).filter((path) => path.endsWith('.spec.ts'))).toHaveLength(1);
  });

  it('have a service touch one file that was there', () =>
    expect(service!.steps.filter(({ how }) => how).map(({ path }) => path)).toEqual([
      'services/embedded/src/services.ts',
    ]));

  it('have the build add one reference to the server that holds it, and leave the others in their order', () => {
    const path = 'services/embedded/tsconfig.json';
    const before = referencesIn(readFileSync(join(root, path), 'utf8'));
    expect(referencesIn(textOf(path))).toEqual(['../notice', ...before]);
  });

  it('leave files as the house formats them', () => {
    const files = guides.flatMap(filesOf).join(' ');
    for (const line of [
      `node_modules/.bin/prettier --check --ignore-unknown ${files}`,
      'node_modules/.bin/buf format proto --diff --exit-code',
    ])
      expect(inTree(line)).toMatchObject({ status: 0 });
  });
});

describe('the service of its guide', () => {
  it('is served: what is published is listed, and is gone once it is withdrawn', async () => {
    const [officer, leader] = await Promise.all([as('quarter'), as('leader')]);
    const { id, position } = await officer.command('/notices', notice);
    const { items } = await officer.ask<Page<object>>(`/notices?after=${position}`);
    expect(items).toMatchObject([{ ...notice, noticeId: id, status: 'published', _version: 0 }]);
    expect(await leader.ask(`/notices?after=${position}`)).toMatchObject({ items: [] });
    const withdrawn = await officer.command(`/notices/${id}/withdrawal`, { reason: '抢修提前完成' });
    expect(await officer.ask(`/notices?after=${withdrawn.position}`)).toMatchObject({ items: [] });
    const asOf = await officer.ask<Page<object>>(`/notices?asOf=${position}`);
    expect(asOf.items).toHaveLength(1);
  });

  it('is shown: its forms and answers have titles in both languages', async () => {
    const document = await (await fetch(`${server.url}/docs/openapi.json`)).json();
    expect(document).toMatchObject({
      paths: { '/api/v1/notices': { get: expect.anything(), post: expect.anything() } },
      components: {
        schemas: {
          PublishNotice: { properties: { title: { 'x-title': { zh: '标题', en: 'Title' } } } },
          NoticeView: { properties: { status: { 'x-choices': expect.arrayContaining([expect.anything()]) } } },
        },
      },
    });
  });

  it('is documented: the event catalogue tells of its events', () => {
    const catalogue = textOf('docs/events.md');
    expect(catalogue).toContain('## notice');
    for (const event of ['NoticePublished', 'NoticeWithdrawn']) expect(catalogue).toContain(`### ${event}`);
  });

  it('is allowed to the roles of its grants, where they hold them, and to nobody else', async () => {
    const offices = ['quarter', 'neighbour', 'leader', 'unit'] as const;
    const [quarter, neighbour, leader, unit] = await Promise.all(offices.map((office) => as(office)));
    expect((await quarter!.post('/notices', notice)).status).toBe(201);
    expect((await neighbour!.post('/notices', notice)).status).toBe(403);
    expect((await leader!.post('/notices', notice)).status).toBe(403);
    expect((await leader!.get('/notices')).status).toBe(200);
    expect((await unit!.get('/notices')).status).toBe(403);
  });

  it('refuses in words, and names the fields that are wrong', async () => {
    const officer = await as('quarter');
    const id = '01890a5d-ac96-774b-bcce-b302099a8057';
    const refused = await officer.post(`/notices/${id}/withdrawal`, { reason: '误发' });
    expect(refused).toMatchObject({ status: 404, body: { code: 'notice.unknown', detail: `没有公告 ${id}` } });
    expect((await officer.post('/notices', { ...notice, title: '' })).status).toBe(422);
  });

  it('is heard live by whom a notice is for, and by nobody elsewhere', async () => {
    const officers = await Promise.all([as('quarter'), as('neighbour')]);
    const [here, elsewhere] = await Promise.all(officers.map(({ token }) => follow(server.url, token)));
    await Promise.all([here!.next('live'), elsewhere!.next('live')]);
    const { stream } = await officers[0]!.command('/notices', notice);
    const last = await officers[1]!.command('/notices', { ...notice, regionCode: '320113002' });
    await here!.next('appended', (event) => event.data.stream === stream && event.data.type === 'NoticePublished');
    const heard: unknown[] = [];
    await elsewhere!.next(
      'appended',
      (event) => heard.push(event.data.stream) > 0 && event.data.stream === last.stream,
    );
    expect(heard).toEqual([last.stream]);
    for (const each of [here!, elsewhere!]) each.close();
  });
});

it('the command and the view of their guides are served together, now and as of the past', async () => {
  const planner = await as('planner');
  const person = await planner.command('/people', { name: '演示', partyMember: true, regionCode: street });
  const training = { course: '网格员岗前培训', lessons: 16, completedOn: '2026-03-02' };
  const { position, events } = await planner.command(`/people/${person.id}/trainings`, training);
  expect(events).toBe(1);
  const ask = (moment: string): Promise<Page<object>> => planner.ask(`/trainings?personId=${person.id}&${moment}`);
  const shown = { ...training, personId: person.id, regionCode: street };
  expect((await ask(`after=${position}`)).items).toEqual([shown]);
  expect((await ask(`asOf=${position}`)).items).toEqual([shown]);
  expect((await ask(`asOf=${person.position}`)).items).toEqual([]);
  expect((await planner.command(`/people/${person.id}/trainings`, training)).events).toBe(0);
  expect(filesOf(view!)).toContain('services/organization/src/views/trainings.view.ts');
});

describeWithNats('npm run up', () =>
  it('runs the service as a process of its own, as its own user of the broker', async () => {
    await stopServer(server);
    const up = await startUpWith({ data: data.data, tree: tree.path, arguments: ['--views', 'sqlite'] });
    try {
      expect(up.pids('notice')).toHaveLength(1);
      const officer = await as('quarter', up.url);
      const { id, position } = await officer.command('/notices', notice);
      const { items } = await officer.ask<Page<object>>(`/notices?after=${position}`);
      expect(items).toContainEqual(expect.objectContaining({ noticeId: id }));
    } finally {
      expect(await up.stop()).toBe(0);
    }
  }),
);

describe('the checks of the whole tree', () => {
  it('pass with what the guides add', () => {
    for (const line of [
      'node_modules/.bin/tsc --noEmit -p tsconfig.check.json',
      'node_modules/.bin/buf lint',
      'npm run generate -- --check',
      'npm run baseline',
      'node_modules/.bin/nx sync:check',
    ])
      expect(inTree(line)).toMatchObject({ status: 0 });
    expect(jestOn(...tests, ...rules, 'test/architecture/folder-circles.spec.ts')).toMatchObject({ status: 0 });
  });

  it('see it where it breaks a rule: imports, clocks, a command that nobody decides, a field no schema has, proto', () => {
    change('services/notice/src/notice/notice.ts', (text) => `import '@panshi/grid';\nDate.now();\n${text}`);
    change('services/notice/src/notice/notice.aggregate.ts', (text) =>
      text.replace(/, on\(WithdrawNotice,[^)]*\)/, ''),
    );
    change('services/notice/src/views/notices.view.ts', (text) =>
      text.replace("status: 'published',", '$& undeclared: 1,'),
    );
    change('services/embedded/src/services.ts', (text) => text.replace(/.*NoticeModule.*\n/, ''));
    change('proto/panshi/notice/v1/notice_events.proto', (text) => `${text}\nmessage notice_lost {}\n`);
    const { printed, status } = jestOn(...rules);
    expect(status).toBe(1);
    for (const seen of [
      'services/notice/src/notice/notice.ts imports @panshi/grid',
      'services/notice/src/notice/notice.ts calls Date.now',
      'notice.WithdrawNotice',
      'each service is held by the server that is one process, in services/embedded/src/services.ts',
      'the views of @panshi/notice › notices declares every field it keeps',
    ])
      expect(printed).toContain(seen);
    expect(inTree('node_modules/.bin/buf lint')).toMatchObject({
      printed: expect.stringContaining('proto/panshi/notice/v1/notice_events.proto'),
    });
  });
});
