import { field } from '@panshi/contracts';
import { validated } from '../validation/validated.ts';
import type { ViewRequest } from './view-work.ts';

const acts = { refold: { zh: '重新折叠', en: 'Refold' }, rebuild: { zh: '重建', en: 'Rebuild' } };

/** A request to the keeper of views as it arrives. */
class ViewRequestBody {
  @field.choice(acts, '操作', 'Act')
  act!: keyof typeof acts;

  @field.text('视图', 'View', { max: 64 })
  view!: string;

  @field.texts('文档', 'Documents', { max: 200, most: 1000, optional: true })
  documents?: string[];

  @field.optionalBoolean('从头开始', 'From the start')
  fromStart?: boolean;
}

/** Reads a request; undefined where it is none. */
export const parseViewRequest = (text: string): ViewRequest | undefined => {
  try {
    const { act, view, documents = [], fromStart = false } = validated(ViewRequestBody, JSON.parse(text));
    return act === 'refold' ? { act, view, documents } : { act, view, fromStart };
  } catch {
    return undefined;
  }
};
