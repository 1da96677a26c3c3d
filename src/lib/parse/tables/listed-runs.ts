import type { Lexicon } from '../../lexicon/lexicon.ts';
import { readMarker, type Marker } from '../../text/markers.ts';
import { widthOf } from '../../text/width.ts';
import { linesFrom, span, textOf } from '../../tree/build.ts';
import type { Block, Furniture, Line, Table, TableLines } from '../../tree/types.ts';
import { isAlignedRow } from './aligned/lines.ts';
import { columnwiseTable } from './columnwise.ts';
import { evenTable, headOfCounted } from './even.ts';
import { figureRows, figuresTable, headRow } from './figures.ts';
import { flattenedTables } from './flattened/flattened.ts';
import { namesApart } from './name-lists.ts';
import { tornFigures } from './torn-figures.ts';
import { isCell, tornTable } from './torn.ts';
import { streamTable } from './word-stream.ts';

/** A torn table has at least so many lines, and at least this share of them are fragments of cells. */
const torn = { lines: 4, share: 0.5 };
/** A fragment of a cell is narrower than this, in half-width columns. */
const fragmentWidth = 50;

/** `（市统计局提供）`: what stands in brackets below a table is none of it. */
const remark = /^[（(].*[)）]$/u;
const note = /^(?:备注|注|说明|填表说明)\s*[：:]/u;

/** `表1　预警级别与转移范围`: what stands over a table. */
const caption = /^续?表\s*\d{1,3}(?:[-－.]\d{1,2})?\s*\S/u;

/** No more tables are looked for in one run of lines: each is looked for in all that is left. */
const mostTables = 40;

/** Numbering that a text and its tables do not share; a table of its own counts from one. */
const outer = new Set<Marker['kind']>(['chapter', 'article', 'first', 'second']);

/**
 * Parts that are called a table, and runs of lines that a table's head opens; numbering that counts on ends one.
 *
 * @param prose - width that the notice's lines of prose keep to
 */
export function withListed(
  nodes: readonly (Block | Line)[],
  prose: number,
  lexicon: Lexicon,
): (Block | Line)[] {
  const result: (Block | Line)[] = [];
  let title = '';
  let run: (Line | Furniture)[] = [];
  /** The last numbers of the text outside tables. */
  const counted = new Map<Marker['kind'], number>();
  const flush = (): void => {
    result.push(...listed(run, title, prose, lexicon));
    run = [];
  };
  for (const node of nodes) {
    if (node.type === 'line') {
      const first = run.find((other) => other.type === 'line');
      const inTable =
        lexicon.isTableTitle(title) || (first !== undefined && lexicon.opensTable(first.value));
      const marker = readMarker(node.value);
      const countsOn =
        marker !== null && outer.has(marker.kind) && counted.get(marker.kind) === marker.value - 1;
      const opens = lexicon.opensTable(node.value) && !inTable;
      if (run.length > 0 && (opens || (inTable && countsOn))) {
        flush();
        title = '';
      }
      if (marker && (countsOn || !inTable)) counted.set(marker.kind, marker.value);
      run.push(node);
    } else if (node.type === 'furniture' && run.length > 0) run.push(node);
    else {
      flush();
      if (node.type === 'heading') title = textOf([node]);
      else if (node.type !== 'furniture') title = '';
      if (node.type === 'heading') counted.clear();
      result.push(node);
    }
  }
  flush();
  return result;
}

/** A run of lines under one title: a table with the lines before and after it, or the lines as they are. */
function listed(
  run: readonly (Line | Furniture)[],
  title: string,
  prose: number,
  lexicon: Lexicon,
  tables = 0,
): (Block | Line)[] {
  const lines = run.filter((node) => node.type === 'line');
  const noted = lines.findIndex(
    ({ value }) => note.test(value) || lexicon.opensDispatchNote(value),
  );
  const body = withoutProse(noted > 0 ? lines.slice(0, noted) : lines, prose);
  const end = run.findIndex((node) => node === body.at(-1)) + 1;
  const named = body.find((line) => lexicon.opensTable(line.value));
  const from = (head: Line | undefined): (Line | Furniture)[] =>
    head ? run.slice(run.indexOf(head), end) : [];
  const flattened = named ? flattenedTables(from(named), prose, lexicon) : null;
  if (named && flattened)
    return [...run.slice(0, run.indexOf(named)), ...flattened, ...run.slice(end)];
  const titled = lexicon.isTableTitle(title) ? body[0] : undefined;
  const captioned = body.findIndex(({ value }) => caption.test(value));
  const tries = tables < mostTables ? [named, headOfCounted(body, lexicon), titled] : [];
  const even =
    tries.map((head) => evenTable(from(head))).find((table) => table !== null) ??
    (captioned >= 0 && tables < mostTables ? evenTable(from(body[captioned + 1]), true) : null);
  if (even) {
    const [above, below] = around(run, even);
    return [...above, even, ...listed(below, '', prose, lexicon, tables + 1)];
  }
  const isTable = isTorn(title, body, lexicon);
  return [...withFigures(run.slice(0, end), isTable, lexicon), ...run.slice(end)];
}

/** A paragraph of several lines has lines of this share of the prose's width above its last. */
const fullShare = 0.85;

/** The lines of a run without the paragraphs of prose at its end, each of full lines and one that ends in a stop. */
function withoutProse(lines: readonly Line[], prose: number): readonly Line[] {
  const isFull = (line: Line | undefined): boolean =>
    line !== undefined && widthOf(line.value) >= prose * fullShare && !line.value.includes('\t');
  let end = lines.length;
  while (/[。；]$/u.test(lines[end - 1]?.value ?? '')) {
    let start = end - 1;
    while (isFull(lines[start - 1])) start -= 1;
    if (start === 0 || (start === end - 1 && !isFull(lines[start]))) break;
    end = start;
  }
  return lines.slice(0, end);
}

/** What stands before a table and after it. */
function around(
  run: readonly (Line | Furniture)[],
  { position }: Table,
): [(Line | Furniture)[], (Line | Furniture)[]] {
  const [from = 0, to = 0] = [position?.start.offset, position?.end.offset];
  const startOf = (node: Line | Furniture): number => node.position?.start.offset ?? 0;
  return [run.filter((node) => startOf(node) < from), run.filter((node) => startOf(node) >= to)];
}

/** Is a run a torn table: its title or first line says table, and most of its lines are fragments? */
function isTorn(title: string, lines: readonly Line[], lexicon: Lexicon): boolean {
  const first = lines[0]?.value ?? '';
  if (lines.length < torn.lines) return false;
  if (!lexicon.isTableTitle(title) && (!lexicon.opensTable(first) || readMarker(first) !== null))
    return false;
  const fragments = lines.filter((line) => isFragment(line, lexicon)).length;
  return fragments >= lines.length * torn.share;
}

/** More cells than a person's name and post are a row. */
const leastCells = 3;

/** Is the line a row, or a piece of a cell, rather than of a sentence, a member list or a list of duties? */
function isFragment(line: Line, lexicon: Lexicon): boolean {
  if (isAlignedRow(line) && namesApart(line).length >= leastCells) return true;
  return (
    widthOf(line.value) < fragmentWidth &&
    !/[。：:]$/u.test(line.value) &&
    !lexicon.opensDuty(line.value) &&
    !lexicon.opensPost(line.value) &&
    !/^[\p{Script=Han}]{2,4}\s+[\p{Script=Han}]{4,}/u.test(line.value)
  );
}

/** A torn table's head stands below no more lines that may be cells as well: longer runs are lists, or tables given up. */
const mostAbove = 24;

/**
 * Rows of a name and figures are certain wherever they stand, and so are cells one a line that make rows in one way
 * only; the fragments before rows are their head, torn, unless they name each column.
 *
 * @param isTable - whether all other lines are a torn table too
 */
function withFigures(
  nodes: readonly (Line | Furniture)[],
  isTable: boolean,
  lexicon: Lexicon,
): (Block | Line)[] {
  const result: (Block | Line)[] = [];
  let kept: (Line | Furniture)[] = [];
  let above = 0;
  const flush = (keep: boolean): void => {
    const block = (): TableLines => ({ type: 'tableLines', children: kept, position: span(kept) });
    if (kept.length > 0) result.push(...(keep ? [block()] : kept));
    kept = [];
  };
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (!node) continue;
    if (node.type === 'line') above = isCell(node) ? above + 1 : 0;
    const torn =
      above <= mostAbove
        ? (columnwiseTable(nodes, at, lexicon) ??
          streamTable(nodes, at, lexicon) ??
          tornTable(nodes, at, lexicon) ??
          tornFigures(nodes, at, lexicon))
        : null;
    if (torn) above = 0;
    const rows = torn || node.type !== 'line' ? [] : figureRows(linesFrom(nodes, at), lexicon);
    if (!torn && rows.length === 0) {
      kept.push(node);
      continue;
    }
    const last = kept.at(-1);
    const head = last?.type === 'line' ? headRow(last, rows, lexicon) : null;
    if (head) kept.pop();
    const headless = !torn && !head;
    flush(
      isTable ||
        (headless && kept.every((other) => other.type !== 'line' || !/[。；]/u.test(other.value))),
    );
    result.push(torn?.table ?? figuresTable(head, rows));
    at += (torn?.length ?? rows.length) - 1;
  }
  flush(isTable && !kept.every((node) => node.type !== 'line' || remark.test(node.value)));
  return result;
}
