import type { VFile } from 'vfile';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { beforeLayoutTab } from '../parse/layout-tab.ts';
import { alignedTable } from '../parse/tables/aligned/aligned.ts';
import { alignedLength, isAlignedRow } from '../parse/tables/aligned/lines.ts';
import { continuedTable, rowsOnNextPage } from '../parse/tables/aligned/next-page.ts';
import { overPages } from '../parse/tables/aligned/over-pages.ts';
import { brokenRows, serialOf } from '../parse/tables/broken-rows.ts';
import { evenTable } from '../parse/tables/even.ts';
import { figureRows, figuresTable, headRow } from '../parse/tables/figures.ts';
import { flattenedTables } from '../parse/tables/flattened/flattened.ts';
import { nameList, namesApart } from '../parse/tables/name-lists.ts';
import { tabTable } from '../parse/tables/tabs.ts';
import { tornFigures } from '../parse/tables/torn-figures.ts';
import { isCell, tornTable } from '../parse/tables/torn.ts';
import { readMarker, type Marker } from '../text/markers.ts';
import { widthOf } from '../text/width.ts';
import { linesFrom, linesOf, span, textOf } from '../tree/build.ts';
import { doubt } from '../tree/doubt.ts';
import type { Block, Furniture, GazetteTree, Line, Notice, TableLines } from '../tree/types.ts';

type Nodes = readonly (Block | Line)[];

/** A torn table has at least so many lines, and at least this share of them are fragments of cells. */
const torn = { lines: 4, share: 0.5 };
/** A fragment of a cell is narrower than this, in half-width columns. */
const fragmentWidth = 50;

/** `（市统计局提供）`: what stands in brackets below a table is none of it. */
const remark = /^[（(].*[)）]$/u;
const note = /^(?:备注|注|说明|填表说明)\s*[：:]/u;

/**
 * Makes `table` of lines whose cells are certain: parted by tabs, aligned with spaces, or readable in one way only. A
 * part that is a table but whose cells were torn apart becomes `tableLines`.
 */
export default function rebuildTables(lexicon: Lexicon) {
  return (tree: GazetteTree, file: VFile): void => {
    for (const notice of tree.children) {
      if (notice.type !== 'notice') continue;
      const prose = proseWidth(notice);
      const parted = withAligned(withTabbed(notice.children, lexicon), lexicon);
      notice.children = withSpaced(withListed(parted, prose, lexicon));
      for (const block of notice.children) {
        if (block.type === 'table' && block.inferred)
          doubt(
            file,
            'unexpected cells that fit two columns, expected one; put where the other rows make it likely',
            block,
            'table-columns',
          );
        if (block.type === 'tableLines')
          doubt(
            file,
            'unexpected table whose cells are torn into lines, expected rows; kept line by line',
            block,
            'rebuild-tables',
          );
      }
    }
  };
}

/** The width that most lines of prose keep to: nine in ten are no wider. */
function proseWidth(notice: Notice): number {
  const widths = linesOf(notice).map((line) => widthOf(line.value));
  return widths.sort((a, b) => a - b)[Math.floor(widths.length * 0.9)] ?? 0;
}

/** Does a line hold cells? A tab after numbering is layout, one before a row's first word an empty cell. */
function hasCells({ value }: Line): boolean {
  const from = beforeLayoutTab(value);
  return from === 0 ? value.includes('\t') : value.slice(from).trimStart().includes('\t');
}

/** Blank lines above half of the lines, or more. */
function usualGap(nodes: Nodes): number {
  const gaps = nodes.flatMap((node) => (node.type === 'line' ? [node.data.gap] : []));
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
}

/**
 * Runs of lines with tabs are tables; more blank lines than stand between their first two, or between most lines, end
 * one.
 */
function withTabbed(nodes: Nodes, lexicon: Lexicon): (Block | Line)[] {
  const result: (Block | Line)[] = [];
  const usual = usualGap(nodes);
  let run: Line[] = [];
  const flush = (): void => {
    if (run.length > 0) result.push(...tabTable(run));
    run = [];
  };
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (!node) continue;
    const tabbed = node.type === 'line' && hasCells(node);
    const below = nodes[at + 1];
    const mayBreak = tabbed && below?.type === 'line' && serialOf(below) === 1;
    const broken = mayBreak ? brokenRows(linesFrom(nodes, at), lexicon) : null;
    if (!tabbed || node.data.gap > (run[1]?.data.gap ?? usual) || broken) flush();
    if (broken) {
      result.push(broken.table);
      at += broken.length - 1;
    } else if (tabbed) run.push(node);
    else result.push(node);
  }
  flush();
  return result;
}

/** So many words that wide gaps part, on so many lines, are cells, though no table could be made of them. */
const spaced = { words: 3, lines: 2 };

/** Runs of lines of cells that are in no table are kept line by line: as text, their cells would run together. */
function withSpaced(nodes: Nodes): (Block | Line)[] {
  const result: (Block | Line)[] = [];
  let run: Line[] = [];
  const flush = (): void => {
    if (run.length >= spaced.lines)
      result.push({ type: 'tableLines', children: run, position: span(run) });
    else result.push(...run);
    run = [];
  };
  for (const node of nodes) {
    if (node.type === 'line' && namesApart(node).length >= spaced.words) {
      run.push(node);
      continue;
    }
    flush();
    result.push(node);
  }
  flush();
  return result;
}

/** Runs of lines whose cells stand under one another are tables. */
function withAligned(nodes: Nodes, lexicon: Lexicon): (Block | Line)[] {
  const result: (Block | Line)[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (!node) continue;
    const lines = node.type === 'line' && isAlignedRow(node) ? linesFrom(nodes, at) : [];
    const run = lines.slice(0, alignedLength(lines, 0));
    const above = result.findLastIndex((block) => block.type !== 'furniture');
    const before = result[above];
    const between = result.slice(above + 1).filter((block) => block.type === 'furniture');
    const goesOn = before?.type === 'table' && between.length > 0;
    const last = result.at(-1);
    const found = alignedTable(run, lexicon, {
      above: last?.type === 'line' ? last : null,
      headless: goesOn,
    });
    if (!found) {
      const more = goesOn ? rowsOnNextPage(linesFrom(nodes, at), before.columns) : [];
      const names =
        node.type === 'line' && isAlignedRow(node) ? nameList(linesFrom(nodes, at), lexicon) : null;
      if (goesOn && more.length > 0) {
        const children = [...before.children, ...between, ...more];
        result.splice(above, result.length - above, {
          ...before,
          children,
          position: span(children),
        });
        at += more.length - 1;
      } else if (names) {
        result.push(names);
        at += names.children.length - 1;
      } else result.push(node);
      continue;
    }
    const own = found.length - (found.leads ? 1 : 0);
    const mayGoOn = !found.leads && found.table.head > 0;
    const whole = mayGoOn ? overPages(nodes, at, run.slice(0, own), found.table, lexicon) : null;
    at += (whole?.length ?? own) - 1;
    if (found.leads) result.pop();
    const table = whole?.table ?? found.table;
    const joined = goesOn ? continuedTable(before, between, table) : null;
    if (joined) result.splice(above, result.length - above, joined);
    else result.push(table);
  }
  return result;
}

/** Numbering that a text and its tables do not share; a table of its own counts from one. */
const outer = new Set<Marker['kind']>(['chapter', 'article', 'first', 'second']);

/** Parts that are called a table, and runs of lines that a table's head opens; numbering that counts on ends one. */
function withListed(nodes: Nodes, prose: number, lexicon: Lexicon): (Block | Line)[] {
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
): (Block | Line)[] {
  const lines = run.filter((node) => node.type === 'line');
  const noted = lines.findIndex((line) => note.test(line.value));
  const body = noted > 0 ? lines.slice(0, noted) : lines;
  const end = run.findIndex((node) => node === body.at(-1)) + 1;
  const named = body.find((line) => lexicon.opensTable(line.value));
  const head = named ?? (lexicon.isTableTitle(title) ? body[0] : undefined);
  const start = run.findIndex((node) => node === head);
  const even = head ? evenTable(run.slice(start, end)) : null;
  const tables =
    (named && flattenedTables(run.slice(start, end), prose, lexicon)) ?? (even && [even]);
  if (tables) return [...run.slice(0, start), ...tables, ...run.slice(end)];
  const isTable = isTorn(title, body, lexicon);
  return [...withFigures(run.slice(0, end), isTable, lexicon), ...run.slice(end)];
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
        ? (tornTable(nodes, at, lexicon) ?? tornFigures(nodes, at, lexicon))
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
