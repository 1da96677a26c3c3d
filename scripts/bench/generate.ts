import type { Block, SearchRecord } from '../../src/lib/search/records.ts';
import { readContent } from '../search/read-notices.ts';

/** Characters of a generated notice, on average. */
const length = 5000;

/** An archive of a number of notices: the real one where it has just so many, else a generated one. */
export function archiveOf(notices: number): Iterable<SearchRecord> {
  const { records } = readContent('content');
  return notices === records.length ? records : generateRecords(records, notices);
}

/** Numbers in [0, 1) that are the same on every run (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Marks the end of a block in the model. */
const end = '\n';

/** Years that the notices of an archive are spread over. */
const years = 25;

/** What may follow two characters, each as often as it does in the real texts. */
type Model = Map<string, string>;

/**
 * Makes archives of any size whose characters follow the real ones: each character is drawn from what followed the two
 * before it in the real texts, and a notice takes the kinds and lengths of its blocks from a real one.
 *
 * @param real records of the real notices
 * The same numbers give the same archive.
 */
function* generateRecords(real: readonly SearchRecord[], count: number): Generator<SearchRecord> {
  const next = random(count);
  const blocks = real.flatMap((record) => record.blocks);
  const model = learn(blocks.map(({ text }) => text));
  const body = blocks.filter(({ place }) => place > 0);
  for (let n = 0; n < count; n++) {
    const like = real[Math.floor(next() * real.length)];
    if (!like) throw new Error('no real notice to learn from');
    const text: Block[] = [
      { kind: 'title', place: 0, text: write(model, like.title.length, next) },
    ];
    // Exponential lengths: many short notices, a few very long ones, as in the real archive.
    const target = Math.min(-Math.log(1 - next()) * length, length * 8);
    for (let size = 0, place = 1; size < target; place++) {
      const shape = body[Math.floor(next() * body.length)];
      const made = write(model, Array.from(shape?.text ?? '').length, next);
      text.push({ kind: shape?.kind ?? 'text', place, text: made });
      size += made.length;
    }
    const year = String(2000 + Math.floor((n * years) / count));
    const docNumber = `吴政发〔${year}〕${n + 1}号`;
    const issuers = like.issuers.map(({ name }): Block => ({
      kind: 'issuer',
      place: 0,
      text: name,
    }));
    yield {
      ...like,
      id: `wuzhengfa-${year}-${n + 1}`,
      title: text[0]?.text ?? '',
      docNumber,
      date: `${year}-0${1 + (n % 9)}-1${n % 10}`,
      facets: { ...like.facets, year: [year] },
      blocks: [...text, { kind: 'number', place: 0, text: docNumber }, ...issuers],
    };
  }
}

function learn(texts: readonly string[]): Model {
  const followers = new Map<string, string[]>();
  for (const text of texts) {
    let before = end + end;
    for (const char of `${text}${end}`) {
      const list = followers.get(before) ?? [];
      list.push(char);
      followers.set(before, list);
      before = (before.at(-1) ?? end) + char;
    }
  }
  return new Map([...followers].map(([key, list]) => [key, list.join('')]));
}

/** Writes a block of about a length; one that ends early goes on as a new one would begin. */
function write(model: Model, length: number, next: () => number): string {
  let text = '';
  let before = end + end;
  for (let size = 0; size < length; size++) {
    const choices = model.get(before) ?? end;
    const char = choices[Math.floor(next() * choices.length)] ?? end;
    if (char === end) before = end + end;
    else {
      text += char;
      before = (before.at(-1) ?? end) + char;
    }
  }
  return text === '' ? '无' : text;
}
