import { resolve } from 'node:path';
import { demoAccounts, type FirstAccount } from '@panshi/demo';
import type { Prepared } from './prepare.ts';

/** What a person who started the server reads: where it is, how to sign in, where the data lies, what to try. */
export const welcome = (url: string, { settings, isDemo }: Prepared): string =>
  [
    '',
    `  磐石 Panshi is ready on ${url}    (API: ${url}/docs)`,
    `  Data: ${resolve(settings.data)}`,
    '',
    ...(isDemo ? [...demoLines, '', ...curlLines(url)] : []),
    '',
    '  Ctrl-C stops it; nothing is lost.',
    '',
  ].join('\n');

const demoLines: readonly string[] = [
  '  Demo district 演示数据: grids, people and history are synthetic. Password of every account: demo-panshi',
  ...demoAccounts.map(
    ({ username, title, territory, unit }) =>
      `    ${username.padEnd(18)} ${title.zh} · ${title.en} (${unit ? `${unit} ${territory}` : territory})`,
  ),
];

/** What a person reads once, before there is anything else. */
export const firstLines = (accounts: readonly FirstAccount[]): string =>
  [
    '',
    '  First accounts 首批账号. Each password is told this once 密码只显示这一次:',
    ...accounts.map(({ username, password }) => `    ${username.padEnd(18)} ${password}`),
  ].join('\n');

const curlLines = (url: string): readonly string[] => [
  '  Try:',
  `    TOKEN=$(curl -s ${url}/api/v1/session -H 'content-type: application/json' -d '{"username":"demo-street","password":"demo-panshi"}' | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')`,
  `    curl -s "${url}/api/v1/grids?limit=2" -H "authorization: Bearer $TOKEN"`,
  `    curl -s "${url}/api/v1/cases?limit=2" -H "authorization: Bearer $TOKEN"`,
];

export const farewell = '\n  Stopping …';
