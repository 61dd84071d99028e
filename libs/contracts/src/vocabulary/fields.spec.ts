import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import * as field from './fields.ts';

class Sample {
  @field.text('文本', 'Text', { max: 40, optional: true })
  text?: string;

  @field.phrase('短语', 'Phrase', { max: 40, optional: true })
  phrase?: string;

  @field.remark('说明', 'Remark', { max: 40, optional: true })
  remark?: string;

  @field.id('编号', 'Id', { optional: true })
  id?: string;

  @field.count('条数', 'Count', { asked: true, optional: true })
  count?: number;

  @field.anyInstant('时刻', 'Instant', { optional: true })
  instant?: string;

  @field.instantOrDay('时刻或日期', 'Instant or day', { optional: true })
  instantOrDay?: string;

  @field.pastMoment('截至', 'As of', { optional: true })
  pastMoment?: string;
}

const takes = (body: Partial<Record<keyof Sample, unknown>>): boolean =>
  validateSync(plainToInstance(Sample, body)).length === 0;

describe('texts', () => {
  it.each(['text', 'phrase', 'remark'] as const)('%s takes no half of a character', (name) => {
    for (const half of ['a\ud800b', '\udc00', '\udc00\ud800']) expect(takes({ [name]: half })).toBe(false);
    expect(takes({ [name]: '𠮷野家' })).toBe(true);
  });

  it('of several lines take no other control characters than part and indent lines', () => {
    for (const control of ['a\u0000b', 'a\u001bb', '\u0085x', 'a\u007f'])
      expect(takes({ remark: control })).toBe(false);
    for (const lines of ['一\n二', '一\r\n\t二', ' 一 ']) expect(takes({ remark: lines })).toBe(true);
  });

  it('of several lines show something', () => {
    for (const unseen of ['', ' \n', '\u200b', '\u202e', '\ufeff\u2060', '\u3164'])
      expect(takes({ remark: unseen })).toBe(false);
  });
});

it('an id is written in one way', () => {
  expect(takes({ id: '01890000-aaaa-7000-8000-0000000000cd' })).toBe(true);
  expect(takes({ id: '01890000-AAAA-7000-8000-0000000000CD' })).toBe(false);
});

it('a whole number is asked for in digits', () => {
  for (const number of ['0', '7', '-1', 7]) expect(takes({ count: number })).toBe(true);
  for (const other of ['0x10', '1e1', ' 1', '1 ', '1.0', '', '+1', '１']) expect(takes({ count: other })).toBe(false);
});

describe('moments', () => {
  const none = ['2026-02-30T00:00:00Z', '2026-03-01T08:00:00', '20260301T100000Z', '2026-W10-1T10:00:00Z', '2026-060'];
  it.each(none)('%s is none', (text) => {
    expect(takes({ instant: text })).toBe(false);
    expect(takes({ instantOrDay: text })).toBe(false);
    expect(takes({ pastMoment: text })).toBe(false);
  });

  it('may have any offset, and be days or positions where that is said', () => {
    const instant = '2026-03-01T16:00:00+08:00';
    expect(takes({ instant, instantOrDay: instant, pastMoment: instant })).toBe(true);
    expect(takes({ instantOrDay: '2026-03-01', pastMoment: '2026-03-01' })).toBe(true);
    expect(takes({ pastMoment: '0000000000000001' })).toBe(true);
    expect(takes({ instant: '2026-03-01' })).toBe(false);
    expect(takes({ instantOrDay: '0000000000000001' })).toBe(false);
  });
});
