/** docs/events.md: every event as a reader ten years on needs it. */
export const catalogue = (events) => {
  const lines = [
    '# Event catalogue',
    '',
    'Generated from `proto/` by `npm run build`; 🔒 marks sealed personal data.',
    '',
  ];
  for (const [service, members] of Map.groupBy(events, (event) => event.service)) {
    lines.push(`## ${service}`, '');
    for (const event of members) {
      lines.push(`### ${event.type}`, '', event.doc, '', `\`${event.schema}\``, '');
      if (!event.fields.length) continue;
      lines.push('| field | type | meaning |', '| --- | --- | --- |');
      for (const field of event.fields)
        lines.push(
          `| ${field.name}${field.personal ? ' 🔒' : ''} | ${field.type} | ${field.doc.replaceAll('|', '\\|')} |`,
        );
      lines.push('');
    }
  }
  return lines.join('\n');
};
