import { type FieldDecorator } from './kind.ts';
import { body } from './nested-fields.ts';
import { choice } from './plain-fields.ts';
import { text } from './text-fields.ts';

/** A personal value as a reader gets it: in clear, erased for good, or not theirs to see. */
export type PersonalText =
  { readonly status: 'open'; readonly value: string } | { readonly status: 'erased' | 'withheld' };

const statuses = {
  open: { zh: '可见', en: 'In clear' },
  erased: { zh: '已删除', en: 'Erased' },
  withheld: { zh: '无权查看', en: 'Withheld' },
};

class ShownText {
  @choice(statuses, '状态', 'Status')
  status!: keyof typeof statuses;

  @text('内容', 'Value', { max: 2000, optional: true })
  value?: string;
}

/** A personal value in an answer. */
export const personalText: FieldDecorator = (zh, en, options) => body(() => ShownText, zh, en, options);
