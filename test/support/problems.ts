import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Answer, Api } from './api.ts';

/** What a client gets in place of an answer (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly instance: string;
  readonly errors?: readonly { readonly field: string; readonly rule: string; readonly message: string }[];
}

/** A request as it is sent, with the headers that every one of them has. */
export type Send = (headers: Record<string, string>) => Promise<Answer<Problem>>;

/**
 * Sends what must be refused twice, for an answer in each language, and answers `status code field…` of it. The
 * correlation ids it sent under are added to `sent`.
 */
export const refusalOf = async (send: Send, sent: Set<string>): Promise<string> => {
  const zh = await refused(send, sent, 'zh-CN,zh;q=0.9');
  const en = await refused(send, sent, 'en-GB,zh;q=0.5');
  expect(zh.detail).toMatch(/\p{Script=Han}/u);
  expect(en.detail).toMatch(/[a-z]{2}/);
  expect(en.detail).not.toMatch(/\p{Script=Han}/u);
  const fields = (zh.errors ?? []).map(({ field }) => field);
  return [zh.status, zh.code, ...new Set(fields)].join(' ');
};

const refused = async (send: Send, sent: Set<string>, language: string): Promise<Problem> => {
  const id = randomUUID();
  sent.add(id);
  const { status, headers, body } = await send({ 'accept-language': language, 'x-correlation-id': id });
  expect(headers.get('content-type')).toMatch('application/problem+json');
  expect(body).toMatchObject({ type: `urn:panshi:problem:${body.code}`, title: body.code, status });
  expect(body.instance).toBe(`urn:uuid:${id}`);
  expect(body.detail).not.toMatch(/\{\w+\}/);
  return body;
};

/** The correlation ids of what is recorded since a moment. */
export const correlationsSince = async (moment: string, auditor: Api): Promise<readonly string[]> => {
  const history = await auditor.ask<string>(`/history?from=${encodeURIComponent(moment)}`);
  const lines = history.trimEnd().split('\n');
  return lines.map((line) => (JSON.parse(line) as { correlationid: string }).correlationid);
};
