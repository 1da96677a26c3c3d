/**
 * Reads every gazette of content/sources and writes content/notices.
 *
 *   node scripts/build-content.ts            write what changed
 *   node scripts/build-content.ts --check    write nothing; fail where the committed notices are stale
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { stringify } from 'yaml';
import { assembleArchive, readIssue, type Issue, type ReadIssue } from '../src/lib/archive.ts';
import { makeLexicon } from '../src/lib/lexicon/lexicon.ts';
import { noticeFile } from '../src/lib/markdown/notice-file.ts';
import { gazetteSchema } from '../src/lib/schema/gazette.ts';
import { noticeSchema } from '../src/lib/schema/notice.ts';
import { officeNumbers, privacySchema } from '../src/lib/schema/privacy.ts';
import { readingSchema } from '../src/lib/schema/reading.ts';
import { difference, filesBelow, InputError, readYaml, replaceFolder } from './files.ts';
import { readVocabulary, vocab } from './read-vocabulary.ts';
import { readCorrections } from './read-corrections.ts';

const sources = 'content/sources';
const notices = 'content/notices';
const corrections = 'content/corrections';

function readIssueFile(id: string): Issue {
  const textFile = path.join(sources, `${id}.txt`);
  const yamlFile = path.join(sources, `${id}.yaml`);
  if (!fs.existsSync(textFile))
    throw new InputError(
      `${yamlFile}: expected its text in ${textFile}; add the text or remove the YAML`,
    );
  if (!fs.existsSync(yamlFile))
    throw new InputError(
      `${textFile}: expected a description in ${yamlFile}; see README, "Add a gazette"`,
    );
  const gazette = readYaml(yamlFile, gazetteSchema);
  const bytes = fs.readFileSync(textFile);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== gazette.sha256)
    throw new InputError(
      `${yamlFile}: sha256: expected ${sha256}, which is that of ${textFile}; a source is never edited: put back the text as received, or set the sum of a new text`,
    );
  let value: string;
  try {
    value = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InputError(
      `${textFile}: expected UTF-8; convert the text and set its new sha256 in ${yamlFile}`,
      { cause },
    );
  }
  return { id, gazette, file: new VFile({ path: textFile, value }) };
}

function accountTable(issues: readonly ReadIssue[]): string {
  const head = [
    'gazette',
    'notices',
    'tables',
    'characters in',
    '= in notices',
    '+ furniture',
    'masked',
    'doubts',
  ];
  const rows = issues.map(
    ({ issue, notices: found, reading: { characters, tables, masked, doubts } }) => [
      issue.id,
      ...[
        found.length,
        tables.rebuilt + tables.lines,
        characters.source,
        characters.notices,
        characters.furniture,
        masked?.length ?? 0,
        doubts.length,
      ].map((count) => count.toLocaleString('en')),
    ],
  );
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ');
  return [head, ...rows].map(line).join('\n');
}

/** Issues whose characters do not all stand in a notice or in furniture. */
function losing(issues: readonly ReadIssue[]): ReadIssue[] {
  return issues.filter(
    ({ reading: { characters } }) =>
      characters.source !== characters.notices + characters.furniture,
  );
}

/** Reads an issue; a text that cannot be read at all is a fault of the input. */
function readOrFail(...[issue, ...rest]: Parameters<typeof readIssue>): ReadIssue {
  try {
    return readIssue(issue, ...rest);
  } catch (cause) {
    const fault = issue.file.messages.find((message) => message === cause);
    if (!fault) throw cause;
    throw new InputError(`${issue.file.path}: ${fault.reason}; put the gazette's text there`, {
      cause,
    });
  }
}

function main(): void {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const vocabulary = readVocabulary();
  const lexicon = makeLexicon(vocabulary);
  const offices = officeNumbers(readYaml(path.join(vocab, 'privacy.yaml'), privacySchema));
  const ids = [
    ...new Set(
      filesBelow(sources)
        .filter((name) => /\.(?:txt|yaml)$/u.test(name))
        .map((name) => name.replace(/\.\w+$/u, '')),
    ),
  ];
  if (ids.length === 0)
    throw new InputError(`${sources}: expected at least one gazette; see README, "Add a gazette"`);
  const corrected = readCorrections(corrections, ids);
  const issues = ids.map((id, at) => {
    console.error(`reading ${id} (${at + 1} of ${ids.length})`);
    return readOrFail(readIssueFile(id), lexicon, {
      offices,
      corrections: corrected.get(id),
    });
  });
  const archive = assembleArchive(issues, vocabulary);
  const texts = new Map<string, string>();
  for (const { notice, body } of archive) {
    const checked = noticeSchema.safeParse(notice);
    if (!checked.success)
      throw new InputError(
        `${sources}/${notice.source.file}:${notice.source.startLine}: notice ${notice.id}: ${checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`,
      );
    texts.set(path.join(notice.gazette, `${notice.id}.md`), noticeFile(notice, body));
  }
  for (const { issue, reading } of issues)
    texts.set(
      path.join(issue.id, 'reading.yaml'),
      stringify(readingSchema.parse(reading), { lineWidth: 100 }),
    );

  console.error(reporter(issues.map(({ issue }) => issue.file)));
  console.log(accountTable(issues));
  const lost = losing(issues);
  for (const {
    issue,
    reading: { characters },
  } of lost)
    console.error(
      `${sources}/${issue.id}.txt: ${characters.source} characters in, ${characters.notices + characters.furniture} out; the reader lost text: nothing was written`,
    );
  const fatal = issues.some(({ issue }) =>
    issue.file.messages.some((message) => message.fatal === true),
  );
  if (lost.length > 0 || fatal) {
    process.exitCode = 1;
    return;
  }
  if (values.check) {
    const { changed, removed } = difference(notices, texts);
    for (const name of [...changed, ...removed])
      console.error(`${path.join(notices, name)}: stale`);
    if (changed.length + removed.length > 0) {
      console.error(
        'The committed notices are stale: run `npm run content` and commit what it writes.',
      );
      process.exitCode = 1;
    } else console.log(`${archive.length} notices, none stale`);
    return;
  }
  const { changed, removed } = replaceFolder(notices, texts);
  console.log(
    `${archive.length} notices in ${texts.size} files: ${changed.length} written, ${removed.length} removed, ${texts.size - changed.length} unchanged`,
  );
}

try {
  main();
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
