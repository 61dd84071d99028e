import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { citizenNumberRefused, NoCitizenNumber } from './no-citizen-number.ts';

class Report {
  @NoCitizenNumber()
  readonly text: unknown;
  constructor(text: unknown) {
    this.text = text;
  }
}

describe('a text with a citizen number', () => {
  it('is refused with a code, and is not repeated in the message', () => {
    const [error] = validateSync(new Report('我的身份证号 11010519491231002X'));
    expect(error?.contexts).toEqual({ noCitizenNumber: { code: citizenNumberRefused } });
    expect(JSON.stringify(error?.constraints)).not.toContain('1101');
  });

  it.each([['家里积水，电话 13812345678'], [undefined], [7]])('%p is left to other rules', (text) => {
    expect(validateSync(new Report(text))).toEqual([]);
  });
});
