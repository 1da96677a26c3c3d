import type { ReadIssue, WrittenNotice } from '../../src/lib/archive.ts';
import type { Description } from './describe.ts';
import { fields } from './fields.ts';

/** The description, each value with where it is said, then what could not be told. */
export function describedReport({ drafted }: Description): string {
  const known = fields.flatMap(({ key }) => {
    const told = drafted[key];
    if (told === null) return [];
    const place = told.line === null ? told.how : `line ${told.line}, ${told.how}`;
    return [`  ${key.padEnd(11)}  ${told.value ?? 'none'}  (${place})`];
  });
  const unknown = fields.flatMap(({ key, flag }) => {
    const told = drafted[key];
    if (told === null) return [`  ${key}: not in the text; --${flag} gives it`];
    return told.how === 'not told'
      ? [`  ${key}: how the text was obtained; --${flag} says it`]
      : [];
  });
  return [
    'Description:',
    ...known,
    ...section('Could not tell', unknown),
    ...section(
      'In doubt about the description',
      drafted.doubts.map((doubt) => `  ${doubt}`),
    ),
  ].join('\n');
}

/** What the reader found: notices, sections, bodies that are not registered, doubts. */
export function readingReport({ issue }: ReadIssue, notices: readonly WrittenNotice[]): string {
  const found = notices.map(({ notice: { source, docNumber, title } }) => {
    const lines = `${source.startLine}-${source.endLine}`;
    return `  lines ${lines.padEnd(11)}  ${[docNumber, title].filter(Boolean).join('  ')}`;
  });
  const sections = new Map<string, number>();
  for (const { notice } of notices)
    if (notice.section !== null)
      sections.set(notice.section, (sections.get(notice.section) ?? 0) + 1);
  const warnings = issue.file.messages
    .filter(({ fatal }) => fatal === false)
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const bodies = new Map<string, number>();
  for (const { notice } of notices)
    for (const { name, id } of notice.issuers)
      if (id === null && !bodies.has(name)) bodies.set(name, notice.source.startLine);
  return [
    ...section(`Notices (${found.length})`, found),
    ...section(
      'Sections',
      [...sections].map(([name, count]) => `  ${name} (${count})`),
    ),
    ...section(
      'Bodies to register in content/vocab/bodies.yaml',
      [...bodies].map(([name, line]) => `  ${name}  (notice at line ${line})`),
    ),
    ...section(
      `In doubt (${warnings.length})`,
      warnings.map(
        ({ line, reason, ruleId }) => `  line ${line ?? '?'}: ${reason} (${ruleId ?? 'gazette'})`,
      ),
    ),
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines];
}
