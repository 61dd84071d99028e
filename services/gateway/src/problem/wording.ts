import * as contracts from '@panshi/contracts';
import { platformRejections } from '@panshi/service-kit';
import { gatewayRejections } from './gateway-rejections.ts';

type Wording = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

/** Every coded rejection of every service, in both languages: contracts export one table a service. */
const wordings: Wording = Object.assign(
  {},
  ...Object.entries(contracts)
    .filter(([name]) => name.endsWith('Rejections'))
    .map(([, table]) => table),
  platformRejections,
  gatewayRejections,
);

export type Language = 'zh' | 'en';

/** Chinese where the client prefers it, or says nothing: it is the product's first language. */
export const languageOf = (acceptLanguage: string | undefined): Language => {
  const first = acceptLanguage?.split(',').find((tag) => /^\s*(zh|en)/i.test(tag));
  return first && /^\s*en/i.test(first) ? 'en' : 'zh';
};

/** The words of a code, its placeholders filled. A code nobody worded is shown as it is. */
export const wording = (code: string, params: Readonly<Record<string, string | number>>, language: Language): string =>
  (wordings[code]?.[language] ?? code).replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    String(params[name] ?? `{${name}}`),
  );

/** Codes that have words. */
export const wordedCodes = (): readonly string[] => Object.keys(wordings);
