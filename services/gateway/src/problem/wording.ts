import { serviceRejections } from '@panshi/contracts';
import { filled, type RejectionParams, type Wordings } from '@panshi/kernel';
import { messagingOutages, messagingRejections } from '@panshi/messaging';
import { privacyRejections } from '@panshi/privacy';
import { viewRejections } from '@panshi/read-model';
import { platformOutages, platformRejections } from '@panshi/service-kit';
import { gatewayRejections } from './gateway-rejections.ts';

/** Every table of coded words. */
export const tables: readonly Wordings[] = [
  ...serviceRejections,
  privacyRejections,
  viewRejections,
  messagingRejections,
  messagingOutages,
  platformRejections,
  platformOutages,
  gatewayRejections,
];

const wordings: Wordings = Object.assign({}, ...tables);

export type Language = 'zh' | 'en';

/** Chinese where the client prefers it, or says nothing: it is the product's first language. */
export const languageOf = (acceptLanguage: string | undefined): Language => {
  const first = acceptLanguage?.split(',').find((tag) => /^\s*(zh|en)/i.test(tag));
  return first && /^\s*en/i.test(first) ? 'en' : 'zh';
};

/** The words of a code, its placeholders filled. A code nobody worded is shown as it is. */
export const wording = (code: string, params: RejectionParams, language: Language): string =>
  filled(wordings[code]?.[language] ?? code, params);
