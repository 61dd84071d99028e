import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '../refuse.mjs';

const choiceOf = (field) => field.options?.['[panshi.options.v1.choice]'];

/** The file of each type of choices, from the contracts' folder of them. */
const choiceFiles = (folder) =>
  new Map(
    globSync('choices/*.ts', { cwd: folder }).flatMap((path) =>
      [...readFileSync(join(folder, path), 'utf8').matchAll(/^export type (\w+) =/gm)].map(([, type]) => [type, path]),
    ),
  );

const declared = (message, name) =>
  new RegExp(`(\\nexport interface ${message} {.*?\\n  readonly ${name}\\??:\\s+(?:\\| )?)string`, 's');
const read = (message, name) =>
  new RegExp(`(\\nexport const ${message}: .*?\\n      ${name}: )(isSet.*?)(?=,\\n(?:      \\w+:|    };))`, 's');

/**
 * The generated text of a proto file with each field that holds a choice typed by its table: ts-proto knows no more than
 * that it is a string. What is recorded was checked when it was decided.
 */
export const withChoices = ({ name, messageType = [] }, text, folder) => {
  const files = choiceFiles(folder);
  const fields = messageType.flatMap((message) =>
    (message.field ?? []).filter(choiceOf).map((field) => [message.name, field.jsonName, choiceOf(field)]),
  );
  const types = [...new Set(fields.map(([, , type]) => type))];
  const unknown = types.find((type) => !files.has(type));
  if (unknown) refuse(`proto/${name} has a field of ${unknown}: export type ${unknown} in ${folder}/choices/*.ts`);
  const up = '../'.repeat(name.split('/').length);
  const imports = types.map((type) => `import type { ${type} } from '${up}${files.get(type)}';\n`);
  return fields.reduce(
    (whole, [message, field, type]) =>
      whole.replace(declared(message, field), `$1${type}`).replace(read(message, field), `$1($2) as ${type}`),
    text.replace('/* eslint-disable */\n', `$&${imports.join('')}`),
  );
};
