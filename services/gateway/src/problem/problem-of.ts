import type { RefusedField } from '@panshi/contracts';
import type { FieldError, Problem } from './problem.ts';
import { toProblemError } from './to-problem-error.ts';
import { type Language, languageOf, wording } from './wording.ts';

/** An error as what is answered, in the language that is accepted. @param id the request's correlation id */
export const problemOf = (error: unknown, id: string, acceptLanguage?: string): Problem => {
  const { status, code, params, more } = toProblemError(error);
  const language = languageOf(acceptLanguage);
  return {
    type: `urn:panshi:problem:${code}`,
    title: code,
    status,
    detail: wording(code, { id, ...params }, language),
    code,
    ...(Object.keys(params).length && { params }),
    ...(more.errors && { errors: more.errors.map((refused) => fieldError(refused, language)) }),
    instance: `urn:uuid:${id}`,
  };
};

const fieldError = ({ field, title, rule, words }: RefusedField, language: Language): FieldError => {
  const message =
    language === 'zh' ? `${title ? `“${title.zh}”` : ''}${words.zh}` : `${title?.en ?? 'This'} ${words.en}`;
  return { field, ...(title && { title }), rule, message };
};
