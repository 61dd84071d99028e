import { serviceRejections } from '@panshi/contracts';
import { filled, type RejectionParams, type Wordings } from '@panshi/kernel';
import { messagingOutages, messagingRejections } from '@panshi/messaging';
import { privacyRejections } from '@panshi/privacy';
import { viewRejections } from '@panshi/read-model';
import { platformOutages, platformRejections } from '@panshi/service-kit';
import { gatewayRejections } from './gateway-rejections.ts';
import { spoken } from './spoken.ts';

/** Every table of coded words. */
export const tables: readonly Wordings[] = [
  ...Object.values(serviceRejections),
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

/** One language that is accepted, and how gladly (RFC 9110, 12.5.4). */
const range = /^\s*(zh|en)(?:-[a-z\d-]+)?\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?$/i;

/** Chinese where the client prefers it, or says nothing: it is the product's first language. */
export const languageOf = (acceptLanguage = ''): Language => {
  const accepted = acceptLanguage
    .split(',')
    .map((text) => range.exec(text))
    .filter((found) => found !== null)
    .map(([, tag, q = '1']) => ({ language: tag!.toLowerCase() as Language, q: Number(q) }))
    .filter(({ q }) => q > 0)
    .toSorted((a, b) => b.q - a.q);
  return accepted[0]?.language ?? 'zh';
};

/** The words of a code, its placeholders filled. A code nobody worded is shown as it is. */
export const wording = (code: string, params: RejectionParams, language: Language): string => {
  const said = Object.entries(params).map(([name, value]) => [name, spoken(name, value, language)] as const);
  return filled(wordings[code]?.[language] ?? code, Object.fromEntries(said));
};
