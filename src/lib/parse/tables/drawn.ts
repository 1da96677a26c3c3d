import { span } from '../../tree/build.ts';
import type { Block, Furniture, Line, Row, Table } from '../../tree/types.ts';
import { cellOf, cutAt, rowOf } from './pieces.ts';

/** Fewer columns or rows, the head among them, are no table; fewer lines are no drawing. */
const least = { columns: 2, rows: 2, lines: 3 };

/** A line of nothing but the drawing of a table: `├──┼──┤`. */
const rule = /^[\u2500-\u257f\s]+$/u;
/** What parts its cells. */
const border = /[│┃║]/gu;
/** A rule that runs beside a cell of several rows: `│  ├──┤`. */
const partial = /[├┼┤┬┴─━].*[│┃║]|[│┃║].*[├┼┤┬┴─━]/u;

const isDrawn = ({ value }: Line): boolean => /^\s*[\u2500-\u257f]/u.test(value);

/** A printed row: a cell between any two borders; null where the line has other columns, or half a rule. */
function rowFrom(line: Line, columns: number, continues: boolean): Row | null {
  if (partial.test(line.value)) return null;
  const borders = [...line.value.matchAll(border)].map(({ index }) => index);
  if (borders.length !== columns + 1) return null;
  const pieces = cutAt(line, borders.slice(1, -1));
  return pieces.length === columns
    ? rowOf(
        pieces.map(({ line: piece }, column) => cellOf(column, [piece])),
        continues,
      )
    : null;
}

/** Puts rules into the row's cell that they stand beside: its last, or its first, which they stand over. */
function addRules(row: Row, rules: readonly Line[], over: boolean): void {
  const cell = over ? row.children[0] : row.children.at(-1);
  if (!cell) return;
  cell.children = over ? [...rules, ...cell.children] : [...cell.children, ...rules];
  cell.position = span(cell.children);
  row.position = span(row.children);
}

/** The table that a run of drawn lines is; furniture between its pages stays there. */
function drawnTable(nodes: readonly (Line | Furniture)[]): Table | null {
  const lines = nodes.filter((node) => node.type === 'line');
  const first = lines.find(({ value }) => !rule.test(value));
  const columns = [...(first?.value ?? '').matchAll(border)].length - 1;
  const children: (Row | Furniture)[] = [];
  const rows: Row[] = [];
  let over: Line[] = [];
  let head = 0;
  let ruled = true;
  for (const node of nodes) {
    if (node.type === 'furniture') {
      children.push(node);
      continue;
    }
    if (rule.test(node.value)) {
      const last = children.at(-1);
      if (last?.type === 'row') addRules(last, [node], false);
      else over.push(node);
      if (head === 0) head = rows.length;
      ruled = true;
      continue;
    }
    const row = rowFrom(node, columns, !ruled && rows.length > 0);
    if (!row) return null;
    addRules(row, over, true);
    over = [];
    rows.push(row);
    children.push(row);
    ruled = false;
  }
  const whole = rows.filter((row) => row.continues !== true).length;
  if (columns < least.columns || whole < least.rows || head === 0 || over.length > 0) return null;
  return { type: 'table', columns, head, children, position: span(children) };
}

/** Runs of lines that draw a table with its borders are tables; one with cells over several rows stays as drawn. */
export function withDrawn(nodes: readonly (Block | Line)[]): (Block | Line)[] {
  const result: (Block | Line)[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (!node) continue;
    const run: (Line | Furniture)[] = [];
    for (const next of node.type === 'line' && isDrawn(node) ? nodes.slice(at) : []) {
      if (next.type !== 'furniture' && !(next.type === 'line' && isDrawn(next))) break;
      run.push(next);
    }
    while (run.at(-1)?.type === 'furniture') run.pop();
    const table = run.length > 0 ? drawnTable(run) : null;
    if (table || run.length >= least.lines) {
      result.push(table ?? { type: 'tableLines', children: run, position: span(run) });
      at += run.length - 1;
    } else result.push(node);
  }
  return result;
}
