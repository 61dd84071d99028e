/**
 * Reads what the platform needs of a buf image: each event (a top-level message of a `*_events.proto`), its
 * documentation, its fields and the paths of its personal fields.
 */
export const readEvents = (image) => {
  const messages = new Map();
  for (const file of image.file)
    for (const [index, message] of (file.messageType ?? []).entries())
      messages.set(`.${file.package}.${message.name}`, { ...message, file, doc: comments(file), index });

  return [...messages.values()]
    .filter(({ file }) => file.name.endsWith('_events.proto'))
    .map((message) => ({
      type: message.name,
      schema: `${message.file.package}.${message.name}`,
      file: message.file.name.replace(/\.proto$/, ''),
      service: message.file.package.split('.')[1],
      group: pascal(
        message.file.name
          .split('/')
          .pop()
          .replace(/_events\.proto$/, ''),
      ),
      doc: message.doc([4, message.index]),
      fields: (message.field ?? []).map((field, i) => ({
        name: field.jsonName,
        type: mapType(field, message) ?? typeName(field),
        doc: message.doc([4, message.index, 2, i]),
        personal: Boolean(personalOf(field)),
      })),
      personal: personalPaths(message, messages),
    }));
};

/** What the platform itself says of every event's fields. */
const shared = /^panshi\/(common|options|privacy)\//;

/** Files of proto/ that a misspelt name would have overlooked, and their events with them. */
export const strayFiles = (image) =>
  image.file
    .map(({ name }) => name)
    .filter((name) => name.startsWith('panshi/') && !shared.test(name) && !/_(events|types)\.proto$/.test(name));

const pascal = (snake) =>
  snake
    .split('_')
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join('');
const personalOf = (field) => field.options?.['[panshi.options.v1.personal]'];
const camel = (snake) => snake.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
const repeated = (field) => field.label === 'LABEL_REPEATED';

const personalPaths = (message, messages, prefix = [], depth = 0) =>
  (message.field ?? []).flatMap((field) => {
    const path = [...prefix, field.jsonName, ...(repeated(field) ? ['*'] : [])];
    const personal = personalOf(field);
    if (personal) {
      const keyClass = personal.keyClass.replace('KEY_CLASS_', '').toLowerCase();
      return [{ path, subject: camel(personal.subject), keyClass }];
    }
    const inner = field.type === 'TYPE_MESSAGE' && depth < 4 ? messages.get(field.typeName) : undefined;
    return inner ? personalPaths(inner, messages, path, depth + 1) : [];
  });

/** `map<…>`, which a descriptor has as a repeated message of keys and values. */
const mapType = (field, { nestedType = [] }) => {
  const entry = nestedType.find(({ name, options }) => options?.mapEntry && field.typeName?.endsWith(`.${name}`));
  return entry && `map<${entry.field.map(typeName).join(', ')}>`;
};

const typeName = (field) => {
  const name = field.typeName?.split('.').pop() ?? field.type.replace('TYPE_', '').toLowerCase();
  return `${repeated(field) ? 'repeated ' : ''}${field.proto3Optional ? 'optional ' : ''}${name}`;
};

const comments = (file) => {
  const byPath = new Map(
    (file.sourceCodeInfo?.location ?? []).map((l) => [(l.path ?? []).join('.'), l.leadingComments]),
  );
  return (path) => (byPath.get(path.join('.')) ?? '').trim().replaceAll(/\s*\n\s*/g, ' ');
};
