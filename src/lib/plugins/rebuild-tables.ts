import type { VFile } from 'vfile';
import type { Lexicon } from '../lexicon.ts';
import { doubt } from '../tree/doubt.ts';
import { span, splitLine, textOf } from '../tree/build.ts';
import type {
  Block,
  Cell,
  Furniture,
  GazetteTree,
  Line,
  Notice,
  Paragraph,
  Row,
  Table,
  TableLines,
} from '../tree/types.ts';
import { readMarker } from '../text/markers.ts';
import { widthOf } from '../text/width.ts';

/** A flattened table has at least so many lines, and at least this share of them are fragments of cells. */
const flattened = { lines: 4, share: 0.5 };
/** A fragment of a cell is narrower than this, in half-width columns. */
const fragmentWidth = 50;

/** Pieces of a line between tabs; an empty cell is a gap in `column`. */
function cellsOf(line: Line): Cell[] {
  const cells: Cell[] = [];
  let rest: Line | undefined = line;
  let column = 0;
  let from = line.position?.start.offset ?? 0;
  for (const raw of line.value.split('\t')) {
    const length = raw.length;
    const lead = raw.length - raw.trimStart().length;
    if (raw.trim() !== '' && rest) {
      const at: number = from + lead - (rest.position?.start.offset ?? 0);
      const piece: Line | undefined = at > 0 ? splitLine(rest, at).at(-1) : rest;
      const size = raw.trim().length;
      const cell: Line | undefined =
        piece && piece.value.length > size ? splitLine(piece, size)[0] : piece;
      rest = piece && piece.value.length > size ? splitLine(piece, size)[1] : undefined;
      if (cell) cells.push({ type: 'cell', column, children: [cell], position: span([cell]) });
    }
    from += length + 1;
    column += 1;
  }
  return cells;
}

/** Columns of a line of tab-separated cells, empty ones at its end included. */
const columnsOf = (line: Line): number => line.value.split('\t').length;

/**
 * How many rows are the head. A head row leaves cells empty only where a cell above or to the left spans them, so a
 * second row belongs to the head where it begins with an empty cell below one that is filled.
 */
function headRows(rows: readonly Row[], columns: number): number {
  const filled = (row: Row | undefined): Set<number> =>
    new Set(row?.children.map((cell) => cell.column));
  let head = 1;
  while (head < 3 && head < rows.length) {
    const above = filled(rows[head - 1]);
    const here = filled(rows[head]);
    const spans =
      above.size < columns && !here.has(0) && [...here].every((column) => head > 1 || column > 0);
    if (!spans || here.size === 0) break;
    head += 1;
  }
  return head < rows.length ? head : 1;
}

/** A table of lines whose cells are parted by tabs; a first row of one cell is its caption. */
function tabTable(lines: readonly Line[]): Block[] {
  const columns = Math.max(...lines.map(columnsOf));
  const captions: Paragraph[] = [];
  const rows: Row[] = [];
  for (const line of lines) {
    const cells = cellsOf(line);
    if (rows.length === 0 && cells.length === 1 && columns > 2 && cells[0]) {
      const children = cells[0].children;
      captions.push({ type: 'paragraph', role: 'caption', children, position: span(children) });
    } else if (cells.length > 0) rows.push({ type: 'row', children: cells, position: span(cells) });
  }
  if (rows.length === 0) return captions;
  const table: Table = {
    type: 'table',
    columns,
    head: headRows(rows, columns),
    children: rows,
    position: span(rows),
  };
  return [...captions, table];
}

/** Is the line a piece of a cell rather than of a sentence, a member list or a heading? */
function isFragment(line: Line, lexicon: Lexicon): boolean {
  return (
    widthOf(line.value) < fragmentWidth &&
    !/[。：:]$/u.test(line.value) &&
    !lexicon.opensDuty(line.value) &&
    !lexicon.opensPost(line.value) &&
    !/^[\p{Script=Han}]{2,4}\s+[\p{Script=Han}]{4,}/u.test(line.value)
  );
}

/** Does a part hold a flattened table: its title or its first line says so, and most of its lines are fragments? */
function isFlattened(title: string, lines: readonly Line[], lexicon: Lexicon): boolean {
  if (lines.length < flattened.lines) return false;
  const first = lines[0]?.value ?? '';
  if (readMarker(first) !== null && !lexicon.isTableTitle(title)) return false;
  if (!lexicon.isTableTitle(title) && !lexicon.opensTable(first)) return false;
  const fragments = lines.filter((line) => isFragment(line, lexicon)).length;
  return fragments >= lines.length * flattened.share;
}

const note = /^(?:备注|注|说明|填表说明)\s*[：:]/u;

/** Makes `table` of lines with tabs, and `tableLines` of parts that hold a table whose cells were torn apart. */
export default function rebuildTables(lexicon: Lexicon) {
  return (tree: GazetteTree, file: VFile): void => {
    for (const notice of tree.children) {
      if (notice.type !== 'notice') continue;
      readOne(notice, lexicon);
      for (const block of notice.children)
        if (block.type === 'tableLines')
          doubt(
            file,
            'unexpected table whose cells are torn into lines, expected rows; kept line by line',
            block,
            'rebuild-tables',
          );
    }
  };
}

function readOne(notice: Notice, lexicon: Lexicon): void {
  const result: (Block | Line)[] = [];
  let tabbed: Line[] = [];
  const flush = (): void => {
    if (tabbed.length > 0) result.push(...tabTable(tabbed));
    tabbed = [];
  };
  for (const node of notice.children) {
    if (node.type === 'line' && node.value.includes('\t')) {
      if (node.data.gap > 0) flush();
      tabbed.push(node);
      continue;
    }
    flush();
    result.push(node);
  }
  flush();
  notice.children = withFlattened(result, lexicon);
}

/** Runs of lines under one part's title, or from a table's head on, that are a flattened table. */
function withFlattened(nodes: readonly (Block | Line)[], lexicon: Lexicon): (Block | Line)[] {
  const result: (Block | Line)[] = [];
  let title = '';
  let run: (Line | Furniture)[] = [];
  const flush = (): void => {
    const lines = run.filter((node) => node.type === 'line');
    const end = lines.findIndex((line) => note.test(line.value));
    const table = end > 0 ? lines.slice(0, end) : lines;
    if (isFlattened(title, table, lexicon)) {
      const last = run.findIndex((node) => node === table.at(-1));
      const children = run.slice(0, last + 1);
      const made: TableLines = { type: 'tableLines', children, position: span(children) };
      result.push(made, ...run.slice(last + 1));
    } else result.push(...run);
    run = [];
  };
  for (const node of nodes) {
    if (node.type === 'furniture' && run.length > 0) run.push(node);
    else if (node.type !== 'line') {
      flush();
      if (node.type === 'heading') title = textOf([node]);
      else if (node.type !== 'furniture') title = '';
      result.push(node);
    } else {
      const first = run.find((other) => other.type === 'line');
      const inTable =
        lexicon.isTableTitle(title) || (first !== undefined && lexicon.opensTable(first.value));
      if (lexicon.opensTable(node.value) && run.length > 0 && !inTable) {
        flush();
        title = '';
      }
      run.push(node);
    }
  }
  flush();
  return result;
}
