import type { Problem } from './problem.ts';
import { toProblemError } from './to-problem-error.ts';
import { languageOf, wording } from './wording.ts';

/** An error as what is answered, in the language that is accepted. @param id the request's correlation id */
export const problemOf = (error: unknown, id: string, acceptLanguage?: string): Problem => {
  const { status, code, params, more } = toProblemError(error);
  return {
    type: `urn:panshi:problem:${code}`,
    title: code,
    status,
    detail: wording(code, { id, ...params }, languageOf(acceptLanguage)),
    code,
    ...(Object.keys(params).length && { params }),
    ...(more.errors && { errors: more.errors }),
    instance: `urn:uuid:${id}`,
  };
};
