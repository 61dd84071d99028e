import { describe, expect, it } from '@jest/globals';
import * as contracts from '@panshi/contracts';
import { platformRejections } from '@panshi/service-kit';
import { gatewayRejections } from './gateway-rejections.ts';
import { languageOf, wordedCodes, wording } from './wording.ts';

describe('wording', () => {
  it('is Chinese unless English is preferred', () => {
    expect(languageOf(undefined)).toBe('zh');
    expect(languageOf('fr-FR,en;q=0.8,zh;q=0.5')).toBe('en');
    expect(languageOf('zh-CN,en;q=0.8')).toBe('zh');
  });

  it('fills placeholders, and shows those it has nothing for', () => {
    expect(wording('request.too-many', { seconds: 7 }, 'en')).toBe('Too many requests: try again in 7 s');
    expect(wording('request.too-many', {}, 'en')).toContain('{seconds}');
  });

  it('shows a code nobody worded as it is', () => expect(wording('no.such-code', {}, 'zh')).toBe('no.such-code'));

  it('has one place for each code', () => {
    const services = Object.entries(contracts).flatMap(([name, table]) =>
      name.endsWith('Rejections') ? Object.keys(table) : [],
    );
    const codes = [...services, ...Object.keys(platformRejections), ...Object.keys(gatewayRejections)];
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
    expect(codes.toSorted()).toEqual(wordedCodes().toSorted());
  });

  it('has every code in both languages', () => {
    for (const code of wordedCodes())
      for (const language of ['zh', 'en'] as const) expect(wording(code, {}, language).length).toBeGreaterThan(1);
  });
});
