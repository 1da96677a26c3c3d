import type { RootContent } from 'mdast';
import { blocksOf, parseNotice, textOf } from './markdown/render-blocks.ts';
import type { Accepted, LabelledNotice, Labels } from './schema/labels.ts';
import type { Notice } from './schema/notice.ts';
import { bare } from './text/spaces.ts';

/** What is compared, in the order in which it is shown. */
export const metrics = [
  'starts',
  'ends',
  'whole',
  'title',
  'docNumber',
  'docType',
  'issuers',
  'addressees',
  'date',
  'disclosure',
  'section',
  'attachments',
  'effective',
  'repeals',
  'paragraphs',
  'headings',
  'runInHeadings',
  'tables',
] as const;
export type Metric = (typeof metrics)[number];

/** One thing that a person labelled, and whether the reader agrees. */
export interface Outcome {
  metric: Metric;
  /** Names the thing within its metric and gazette, whatever the reader makes of it. */
  id: string;
  hit: boolean;
  wanted: string;
  found: string;
}

/** A gazette as the reader read it. */
export interface ReadGazette {
  /** The source. */
  lines: readonly string[];
  furniture: readonly { startLine: number; endLine: number }[];
  notices: readonly { data: Notice; body: string }[];
}

type Compared = Omit<Outcome, 'metric' | 'id'>;

/** Holds what was read of a gazette against what a person read in it. */
export function scoreGazette(labels: Labels, read: ReadGazette): Outcome[] {
  const settle = settler(read);
  const byStart = new Map(
    read.notices.map((notice) => [settle(notice.data.source.startLine, 1), notice]),
  );
  const matched = new Map(
    labels.notices.map((label) => [label.n, byStart.get(settle(label.startLine, 1)) ?? null]),
  );
  return [
    ...labels.notices.flatMap((label) =>
      scoreNotice(label, matched.get(label.n)?.data ?? null, read, settle),
    ),
    ...scoreSamples(labels.samples, (n) => matched.get(n)?.body ?? ''),
  ];
}

/** Moves from a line to the next that is neither blank nor furniture, since those may count to either side. */
function settler({ lines, furniture }: ReadGazette): (line: number, step: 1 | -1) => number {
  const skipped = new Set(
    furniture.flatMap(({ startLine, endLine }) =>
      Array.from({ length: endLine - startLine + 1 }, (_, i) => startLine + i),
    ),
  );
  return (line, step) => {
    let at = line;
    while (at >= 1 && at <= lines.length && (lines[at - 1]?.trim() === '' || skipped.has(at))) {
      at += step;
    }
    return at;
  };
}

function scoreNotice(
  label: LabelledNotice,
  found: Notice | null,
  read: ReadGazette,
  settle: (line: number, step: 1 | -1) => number,
): Outcome[] {
  const first = settle(label.startLine, 1);
  const strays = read.notices
    .map(({ data }) => settle(data.source.startLine, 1))
    .filter((line) => line > first && line <= label.endLine);
  const compared: Partial<Record<Metric, Compared>> = {
    starts: verdict(found !== null, label.startLine, found?.source.startLine),
    whole: verdict(strays.length === 0, 'nothing else begins in it', strays),
    ...(found === null ? missed(label) : compareFields(label, found)),
    ends: verdict(
      found !== null && settle(found.source.endLine, -1) === settle(label.endLine, -1),
      label.endLine,
      found?.source.endLine,
    ),
  };
  return metrics.flatMap((metric) => {
    const own = compared[metric];
    return own === undefined ? [] : [{ metric, id: String(label.n), ...own }];
  });
}

/** The fields of a notice that carry a label, each compared as a reader would: spaces and list signs aside. */
function compareFields(label: LabelledNotice, found: Notice): Partial<Record<Metric, Compared>> {
  const titles = found.attachments.map(({ title }) => title);
  const names = found.issuers.map(({ name }) => name);
  const term = found.effective && { from: found.effective.from, until: found.effective.until };
  return {
    title: sameText(label.title, found.title),
    docNumber: sameText(label.docNumber, found.docNumber),
    ...(label.docType === undefined ? {} : { docType: sameText(label.docType, found.docType) }),
    issuers: sameSet(label.issuers, names),
    addressees: sameText(unlisted(label.addressees), unlisted(found.addressees?.join(''))),
    date: sameText(label.date, found.date),
    disclosure: sameText(label.disclosure, found.disclosure),
    ...(label.section === undefined ? {} : { section: sameText(label.section, found.section) }),
    attachments: sameSet(label.attachments, titles),
    effective: sameText(termText(label.effective), termText(term)),
    repeals: verdict(label.repeals === found.repeals.length, label.repeals, found.repeals),
  };
}

/** Every field that carries a label, as missed. */
function missed(label: LabelledNotice): Partial<Record<Metric, Compared>> {
  const fields = metrics.filter((metric) => metric in label);
  return Object.fromEntries(fields.map((field) => [field, verdict(false, field, undefined)]));
}

function scoreSamples(samples: Labels['samples'], bodyOf: (notice: number) => string): Outcome[] {
  const read = new Map<number, ReadBody>();
  const of = (notice: number): ReadBody => {
    const body = read.get(notice) ?? readBody(bodyOf(notice));
    read.set(notice, body);
    return body;
  };
  return [
    ...samples.paragraphs.map(({ notice, startLine, text }): Outcome => ({
      metric: 'paragraphs',
      id: `${notice}:${startLine}`,
      ...verdict(of(notice).texts.has(squeezed(text)), text, undefined),
    })),
    ...samples.headings.map(({ notice, line, text, runIn }): Outcome => {
      const { headings, leads } = of(notice);
      const name = unstopped(text);
      return {
        metric: runIn ? 'runInHeadings' : 'headings',
        id: `${notice}:${line}`,
        ...verdict(headings.has(name) || (runIn && leads.has(name)), text, undefined),
      };
    }),
    ...samples.tables.map(({ notice, startLine, rows }): Outcome => ({
      metric: 'tables',
      id: `${notice}:${startLine}`,
      ...verdict(
        rows.length > 0 && rows.every((row) => of(notice).rows.some((own) => holds(own, row))),
        rows.map((row) => row.join(' | ')).join(' / '),
        undefined,
      ),
    })),
  ];
}

interface ReadBody {
  /** Every paragraph, heading, kept table and cell. */
  texts: ReadonlySet<string>;
  headings: ReadonlySet<string>;
  /** Strong text at the beginning of paragraphs. */
  leads: ReadonlySet<string>;
  rows: string[][];
}

function readBody(body: string): ReadBody {
  const tree = parseNotice(body);
  const blocks = blocksOf(tree);
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  return {
    texts: new Set([...blocks.map(({ text }) => text), ...rows.flat()].map(squeezed)),
    headings: new Set(
      blocks.flatMap(({ kind, text }) => (kind === 'heading' ? unstopped(text) : [])),
    ),
    leads: new Set(tree.children.flatMap(leadOf).map(unstopped)),
    rows: rows.map((row) => row.map(squeezed)),
  };
}

function leadOf(node: RootContent): string[] {
  const [first] = node.type === 'paragraph' ? node.children : [];
  return first?.type === 'strong' ? [textOf(first)] : [];
}

/** True where the row has all the labelled cells, in their order. */
function holds(row: readonly string[], wanted: readonly string[]): boolean {
  let from = 0;
  return wanted.map(squeezed).every((cell) => {
    if (cell === '') return true;
    const at = row.indexOf(cell, from);
    from = at + 1;
    return at >= 0;
  });
}

/** Spaces aside, and without the `**` that some exports leave in their text, which nobody printed. */
const squeezed = (text: string): string => bare(text.normalize('NFC')).replaceAll('**', '');
const unstopped = (text: string): string => squeezed(text).replace(/[。.：:]$/u, '');
const unlisted = (text: string | null | undefined): string =>
  squeezed(text ?? '').replace(/[，、；：,;:]/gu, '');
const termText = (term: { from: string | null; until: string | null } | null): string =>
  `${term?.from ?? ''}–${term?.until ?? ''}`;

function sameText(wanted: string | null, found: string | null): Compared {
  return verdict(squeezed(wanted ?? '') === squeezed(found ?? ''), wanted, found);
}

function sameSet(wanted: readonly string[], found: readonly string[]): Compared {
  const set = (list: readonly string[]) => [...new Set(list.map(squeezed))].sort().join('\n');
  return verdict(set(wanted) === set(found), wanted, found);
}

type Shown = string | number | readonly (string | number)[] | null | undefined;

function verdict(hit: boolean, wanted: Shown, found: Shown): Compared {
  const text = (value: Shown): string =>
    value === null || value === undefined
      ? ''
      : Array.isArray(value)
        ? value.join('；')
        : String(value);
  return { hit, wanted: text(wanted), found: text(found) };
}

export interface Tally {
  metric: Metric;
  hit: number;
  total: number;
}

/** How many of each metric were read right; metrics without a label are left out. */
export function tally(outcomes: readonly Outcome[]): Tally[] {
  return metrics.flatMap((metric) => {
    const own = outcomes.filter((outcome) => outcome.metric === metric);
    if (own.length === 0) return [];
    return [{ metric, hit: own.filter(({ hit }) => hit).length, total: own.length }];
  });
}

/** The ids of what was read right, by metric. */
export function hitsOf(outcomes: readonly Outcome[]): Accepted[string] {
  return Object.fromEntries(
    tally(outcomes).map(({ metric }) => [
      metric,
      outcomes.filter((own) => own.metric === metric && own.hit).map(({ id }) => id),
    ]),
  );
}

/** What is read right now and was not when last accepted, and the other way round: `001 title 3`. */
export function changesSince(
  accepted: Accepted,
  now: Accepted,
): { gained: string[]; lost: string[] } {
  const before = namesOf(accepted);
  const after = namesOf(now);
  const without = (all: readonly string[], others: readonly string[]) => {
    const known = new Set(others);
    return all.filter((name) => !known.has(name));
  };
  return { gained: without(after, before), lost: without(before, after) };
}

function namesOf(run: Accepted): string[] {
  return Object.entries(run).flatMap(([name, hits]) =>
    Object.entries(hits).flatMap(([metric, ids]) => ids.map((id) => `${name} ${metric} ${id}`)),
  );
}
