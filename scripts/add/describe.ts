import { gazetteSchema, type Gazette } from '../../src/lib/schema/gazette.ts';
import type { Body, Region, Vocabulary } from '../../src/lib/schema/vocabulary.ts';
import type { Decoded } from '../../src/lib/source/decode.ts';
import { draftGazette, type Draft } from '../../src/lib/source/draft.ts';
import type { Evidence, Told } from '../../src/lib/source/evidence.ts';
import { InputError } from '../files.ts';
import { fields, readField, type Answers } from './fields.ts';

/** A file that is to be added: what it says, and how it came. */
export interface Arrival {
  evidence: Evidence;
  vocabulary: Vocabulary;
  received: { name: string; encoding: Decoded['encoding']; bom: boolean; sha256: string };
  /** SHA-256 of the text in UTF-8. */
  sha256: string;
  /** @throws InputError where the archive holds the id */
  expectFreeId: (id: string) => void;
}

/** Puts a question that has a default, and gives the answer; an empty answer takes the default. */
export type Ask = (question: string, otherwise: string | null) => Promise<string>;

export type Drafted = Draft & { originZh: Told<string>; originEn: Told<string> };

/** An issue described: what will be written, and what a person should know of it. */
export interface Description {
  id: string;
  gazette: Gazette;
  drafted: Drafted;
  newBody: Body | null;
  newRegion: Region | null;
}

/** The draft as answered so far. */
export function draftWith({ evidence, vocabulary, received }: Arrival, answers: Answers): Drafted {
  const same = received.encoding === 'UTF-8' && !received.bom;
  const unknown = 'not told';
  return {
    ...draftGazette(evidence, vocabulary, answers),
    originZh:
      answers.originZh === undefined
        ? {
            value: same
              ? '收到的文本文件，按原样保存。'
              : `收到的文本文件，由 ${received.encoding} 转为 UTF-8，文字未改。`,
            line: null,
            how: unknown,
          }
        : { value: answers.originZh, line: null, how: 'given' },
    originEn:
      answers.originEn === undefined
        ? {
            value: same
              ? 'Text file, kept as received.'
              : `Text file, converted from ${received.encoding} to UTF-8, kept as received otherwise.`,
            line: null,
            how: unknown,
          }
        : { value: answers.originEn, line: null, how: 'given' },
  };
}

/**
 * Asks for every field that was not given, with the draft as default; an answer that does not fit is asked for again.
 * What is left at its default is no answer, so that later defaults still know where it is said.
 */
export async function askAnswers(
  arrival: Arrival,
  given: Answers,
  ask: Ask,
  say: (text: string) => void,
): Promise<Answers> {
  const answers = { ...given };
  expectKnown(arrival, answers);
  for (const doubt of draftWith(arrival, answers).doubts) say(`In doubt: ${doubt}`);
  for (const field of fields) {
    if (answers[field.key] !== undefined) continue;
    const told = draftWith(arrival, answers)[field.key];
    const otherwise =
      told === null ? (field.nullable ? 'none' : null) : String(told.value ?? 'none');
    for (let settled = false; !settled;) {
      const typed = (await ask(field.label, otherwise)).trim();
      try {
        if (typed !== '' || otherwise === null) {
          const next: Answers = { ...answers, [field.key]: readField(field, typed) };
          expectKnown(arrival, next);
          Object.assign(answers, next);
        } else if (field.key === 'id') arrival.expectFreeId(otherwise);
        settled = true;
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        say(`  ${error.message}`);
      }
    }
  }
  return answers;
}

/** @throws InputError where an answer names what is not there, or is there already */
function expectKnown(arrival: Arrival, answers: Answers): void {
  const { bodies, regions } = arrival.vocabulary;
  const { newBody, newRegion, publisher } = draftWith(arrival, answers);
  const { region, id } = answers;
  if (
    region !== undefined &&
    region !== newRegion?.id &&
    !regions.some((known) => known.id === region)
  )
    throw new InputError(
      `--region: unexpected \`${region}\`, expected a code of content/vocab/regions.yaml; to register a place, name it with --name`,
    );
  if (
    answers.publisher !== undefined &&
    publisher?.value !== newBody?.id &&
    !bodies.some((known) => known.id === publisher?.value)
  )
    throw new InputError(
      `--publisher: unexpected \`${answers.publisher}\`, expected an id of content/vocab/bodies.yaml, or the full name of a body`,
    );
  if (id !== undefined) arrival.expectFreeId(id);
}

/**
 * Describes an issue by what was answered and what the text says.
 *
 * @throws InputError that names the flags for what is indispensable and cannot be told
 */
export function describe(arrival: Arrival, answers: Answers): Description {
  expectKnown(arrival, answers);
  const drafted = draftWith(arrival, answers);
  const missing = fields.filter(({ key, nullable }) => !nullable && drafted[key] === null);
  const { id } = drafted;
  if (id === null || missing.length > 0)
    throw new InputError(
      `${arrival.received.name}: the text does not say all that its description needs; nothing was added. Give\n${missing.map(({ flag, label }) => `  --${flag.padEnd(10)} ${label}`).join('\n')}`,
    );
  arrival.expectFreeId(id.value);
  const { name, encoding, bom, sha256 } = arrival.received;
  const gazette = gazetteSchema.parse({
    name: drafted.name?.value,
    english: drafted.english?.value,
    publisher: drafted.publisher?.value,
    region: drafted.region?.value,
    year: drafted.year?.value,
    issue: drafted.issue?.value,
    totalIssue: drafted.totalIssue?.value ?? null,
    publishedOn: drafted.publishedOn?.value ?? null,
    sha256: arrival.sha256,
    received: { name, encoding, ...(bom ? { bom: true } : {}), sha256 },
    origin: { zh: drafted.originZh.value, en: drafted.originEn.value },
  } satisfies Record<keyof Gazette, unknown>);
  return { id: id.value, gazette, drafted, newBody: drafted.newBody, newRegion: drafted.newRegion };
}
