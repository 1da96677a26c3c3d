/**
 * Registers a gazette: `npm run add -- FILE [flags]`; `--help` prints the flags. It converts the text to UTF-8, drafts
 * its description from what it says, reads it, reports what was found, and writes all of it or nothing.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { VFile } from 'vfile';
import {
  assembleArchive,
  readIssue,
  type ReadIssue,
  type WrittenNotice,
} from '../src/lib/archive.ts';
import { makeLexicon } from '../src/lib/lexicon/lexicon.ts';
import { readGazette } from '../src/lib/pipeline.ts';
import { gazetteSchema } from '../src/lib/schema/gazette.ts';
import { noticeSchema } from '../src/lib/schema/notice.ts';
import type { Vocabulary } from '../src/lib/schema/vocabulary.ts';
import type { Decoded } from '../src/lib/source/decode.ts';
import { readEvidence } from '../src/lib/source/evidence.ts';
import { readText } from '../src/lib/source/formats.ts';
import { askAnswers, describe, type Arrival, type Description } from './add/describe.ts';
import { answersOf, fields } from './add/fields.ts';
import { readVocabulary, vocab } from './read-vocabulary.ts';
import { describedReport, readingReport } from './add/report.ts';
import { writeAll, yamlOf, type Change } from './add/store.ts';
import { openTerminal } from './add/terminal.ts';
import { filesBelow, InputError, readYaml } from './files.ts';

const sources = 'content/sources';

const usage = `npm run add -- FILE [flags]

Flags go before what the text says; on a terminal, the rest is asked for.
${fields.map(({ flag, label }) => `  --${flag.padEnd(10)} ${label}`).join('\n')}
  --yes        ask nothing`;

function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function readBytes(file: string): Buffer {
  try {
    return fs.readFileSync(file);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const reason =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'unexpected folder, expected a file of text'
          : message;
    throw new InputError(`${file}: ${reason}; nothing was added`, { cause });
  }
}

function decodeFile(file: string, bytes: Uint8Array): Decoded {
  const result = readText(bytes);
  if ('decoded' in result) return result.decoded;
  const { line, byte, reason, advice } = result.fault;
  const place = line === null ? '' : `:${line}`;
  throw new InputError(`${file}${place}: byte ${byte}: ${reason}\n${advice}\nNothing was added.`);
}

/** @throws InputError where a gazette of the archive has this text, or was received as this file */
function expectNewText(file: string, sums: readonly string[]): void {
  for (const name of filesBelow(sources).filter((found) => found.endsWith('.yaml'))) {
    const gazette = readYaml(path.join(sources, name), gazetteSchema);
    if (sums.includes(gazette.sha256) || sums.includes(gazette.received?.sha256 ?? ''))
      throw new InputError(
        `${file}: the archive holds this text already, as ${path.join(sources, name)}; nothing was added`,
      );
  }
}

function expectFreeId(id: string): void {
  const taken = ['yaml', 'txt']
    .map((end) => path.join(sources, `${id}.${end}`))
    .find(fs.existsSync);
  if (taken !== undefined)
    throw new InputError(
      `${taken}: is there already; give this issue another id with --id. Nothing was added.`,
    );
}

/** @throws InputError where the reader finds no notice: nobody should describe a text that is no gazette */
function expectNotices(file: string, text: string, vocabulary: Vocabulary): void {
  const tree = readGazette(new VFile({ path: file, value: text }), makeLexicon(vocabulary));
  if (!tree.children.some(({ type }) => type === 'notice'))
    throw new InputError(
      `${file}: unexpected text without a notice; expected titles with document numbers, such as 吴政发〔2023〕10号, on lines of their own. Nothing was added.`,
    );
}

/** Reads the text as the archive will. */
function readGazetteText(
  file: string,
  text: string,
  { id, gazette }: Description,
  vocabulary: Vocabulary,
): { read: ReadIssue; notices: WrittenNotice[] } {
  const issue = {
    id,
    gazette,
    file: new VFile({ path: path.join(sources, `${id}.txt`), value: text }),
  };
  const read = readIssue(issue, makeLexicon(vocabulary));
  const notices = assembleArchive([read], vocabulary);
  const { source, notices: inNotices, furniture } = read.reading.characters;
  if (source !== inNotices + furniture)
    throw new InputError(
      `${file}: ${source} characters in, ${inNotices + furniture} out: the reader lost text; nothing was added`,
    );
  for (const { notice } of notices) {
    const checked = noticeSchema.safeParse(notice);
    if (!checked.success)
      throw new InputError(
        `${file}:${notice.source.startLine}: the reader made a notice that does not fit its schema (${checked.error.issues.map(({ path: field, message }) => `${field.join('.')}: ${message}`).join('; ')}); nothing was added`,
      );
  }
  return { read, notices };
}

/** The files that an issue adds, and the vocabulary that it needs. */
function changesOf(text: string, { id, gazette, newBody, newRegion }: Description): Change[] {
  const appended = (name: string, record: object | null): Change[] => {
    if (record === null) return [];
    const file = path.join(vocab, name);
    const before = fs.readFileSync(file, 'utf8').replace(/\n*$/u, '\n');
    return [{ file, text: before + yamlOf([record]), replaces: true }];
  };
  return [
    { file: path.join(sources, `${id}.txt`), text, replaces: false },
    { file: path.join(sources, `${id}.yaml`), text: yamlOf(gazette), replaces: false },
    ...appended('regions.yaml', newRegion),
    ...appended('bodies.yaml', newBody),
  ];
}

/** The vocabulary as it will be, so that the text is read as the archive will read it. */
function grown(vocabulary: Vocabulary, { newBody, newRegion }: Description): Vocabulary {
  return {
    ...vocabulary,
    bodies: newBody ? [...vocabulary.bodies, newBody] : vocabulary.bodies,
    regions: newRegion ? [...vocabulary.regions, newRegion] : vocabulary.regions,
  };
}

function readArguments() {
  const flags = Object.fromEntries(
    fields.map(({ flag }) => [flag, { type: 'string' } as const]),
  ) as Record<string, { type: 'string' }>;
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { ...flags, yes: { type: 'boolean' }, help: { type: 'boolean' } },
    });
    return { values, positionals };
  } catch (cause) {
    throw new InputError(`${cause instanceof Error ? cause.message : String(cause)}\n\n${usage}`, {
      cause,
    });
  }
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  if (values.help === true) {
    console.log(usage);
    return;
  }
  const [named, ...others] = positionals;
  if (named === undefined || others.length > 0)
    throw new InputError(`unexpected ${positionals.length} files, expected one\n\n${usage}`);
  const given = answersOf(values);
  // npm runs scripts in the project's folder, and says in which it was called.
  const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env;
  const calledIn = script === 'add' ? folder : undefined;
  const bytes = readBytes(calledIn === undefined ? named : path.resolve(calledIn, named));
  const decoded = decodeFile(named, bytes);
  const { text, encoding, bom } = decoded;
  const vocabulary = readVocabulary();
  const sums = { text: sha256(text), file: sha256(bytes) };
  expectNewText(named, Object.values(sums));
  const arrival: Arrival = {
    evidence: readEvidence(text, vocabulary.regions),
    vocabulary,
    received: { name: path.basename(named), encoding, bom, sha256: sums.file },
    sha256: sums.text,
    expectFreeId,
  };
  console.log(
    `${named}: ${encoding}${bom ? ' with a byte-order mark' : ''}, ${bytes.length.toLocaleString('en')} bytes, ${text.length.toLocaleString('en')} characters`,
  );

  expectNotices(named, text, vocabulary);

  const asks = process.stdin.isTTY && process.stdout.isTTY && values.yes !== true;
  const terminal = asks ? openTerminal() : null;
  try {
    const answers = terminal
      ? await askAnswers(arrival, given, terminal.ask, (said) => {
          console.log(said);
        })
      : given;
    const description = describe(arrival, answers);
    console.log(describedReport(description));
    const { read, notices } = readGazetteText(
      named,
      text,
      description,
      grown(vocabulary, description),
    );
    console.log(readingReport(read, notices));
    if (terminal && /^n/iu.test(await terminal.ask('Add it? yes or no', 'yes')))
      throw new InputError('Nothing was added.');
    const changes = changesOf(text, description);
    writeAll(changes);
    for (const { file, replaces } of changes)
      console.log(replaces ? `Added to ${file}; read it over` : `Wrote ${file}`);
    console.log(
      `Next: npm run content; read content/notices/${description.id}/; commit all of it.`,
    );
  } finally {
    terminal?.close();
  }
}

try {
  await main();
} catch (error) {
  // Whatever went wrong, nothing was written, and a person reads this.
  console.error(
    error instanceof InputError
      ? error.message
      : `unexpected fault, nothing was added: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = 1;
}
