import { describe, expect, it } from '@jest/globals';
import { languageOf, tables, wording } from './wording.ts';

describe('wording', () => {
  it('is Chinese unless English is preferred', () => {
    expect(languageOf(undefined)).toBe('zh');
    expect(languageOf('fr-FR,en;q=0.8,zh;q=0.5')).toBe('en');
    expect(languageOf('zh-CN,en;q=0.8')).toBe('zh');
    expect(languageOf('en;q=0.1, zh;q=0.9')).toBe('zh');
    expect(languageOf('zh;q=0, en')).toBe('en');
    expect(languageOf('en;q=0')).toBe('zh');
    expect(languageOf('english')).toBe('zh');
    expect(languageOf(' ,,, EN-us')).toBe('en');
  });

  it('fills placeholders, and shows those it has nothing for', () => {
    expect(wording('request.too-many', { seconds: 7 }, 'en')).toBe('Too many requests: try again in 7 s');
    expect(wording('request.too-many', {}, 'en')).toContain('{seconds}');
  });

  it('says codes by their titles, and instants by the clocks of China', () => {
    const stages = { stage: 'in-progress', needed: 'filed, dispatched' };
    expect(wording('case.wrong-stage', stages, 'zh')).toBe(
      '案卷处于 任务处理，此操作需要 案卷建立或任务派遣；请刷新后再办',
    );
    expect(wording('case.wrong-stage', stages, 'en')).toContain('this needs Filed, to be dispatched or Dispatched');
    const until = '2026-03-01T20:15:30.000Z';
    expect(wording('case.reopening-too-late', { until }, 'zh')).toContain('2026-03-02 04:15 届满');
    const post = { kind: 'grid-branch', post: 'secretary', role: 'auditor' };
    expect(wording('appointment.post-not-in-kind', post, 'zh')).toMatch(/没有职务 书记$/);
    expect(wording('account.unknown-role', { role: 'toString' }, 'zh')).toBe('没有角色 toString');
  });

  it('shows a code nobody worded as it is', () => expect(wording('no.such-code', {}, 'zh')).toBe('no.such-code'));

  it('has one place for each code', () => {
    const codes = tables.flatMap((table) => Object.keys(table));
    expect(codes.length).toBeGreaterThan(150);
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
  });

  it('has every code in both languages', () => {
    for (const { zh, en } of tables.flatMap((table) => Object.values(table))) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/\w/);
    }
  });
});
