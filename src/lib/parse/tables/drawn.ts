import { span } from '../../tree/build.ts';
import type { Block, Furniture, Line, Row, Table } from '../../tree/types.ts';
import { cellOf, cutAt, rowOf } from './pieces.ts';

/** Fewer columns or rows, the head among them, are no table; fewer lines are no drawing. */
const least = { columns: 2, rows: 2, lines: 3 };

/** A line of nothing but the drawing of a table, strokes among it: `├──┼──┤`. */
const rule = /^(?=.*[\u2500\u2501\u2504\u2505\u2508\u2509\u2550])[\u2500-\u257f\s]+$/u;
/** The rule that closes a table: `└──┴──┘`. */
const closingRule = /[└┕┖┗╚╰]/u;
/** What parts its cells. */
const border = /[│┃║]/gu;
/** A rule that runs beside a cell of several rows: `│甲├──┤`; or a row that no border ends. */
const partial = /[├┼┤┬┴─━].*[│┃║]|[│┃║].*[├┼┤┬┴─━]|[^│┃║\s]\s*$/u;

const isDrawn = ({ value }: Line): boolean => /^\s*[\u2500-\u257f]/u.test(value);
const isRule = ({ value }: Line): boolean => rule.test(value);

/** A printed line of a row: a cell between any two borders; null where it has other columns, or half a rule. */
function rowFrom(line: Line, columns: number): Row | null {
  if (partial.test(line.value)) return null;
  const borders = [...line.value.matchAll(border)].map(({ index }) => index);
  if (borders.length !== columns + 1) return null;
  const pieces = cutAt(line, borders.slice(1, -1));
  return pieces.length === columns
    ? rowOf(pieces.map(({ line: piece }, column) => cellOf(column, [piece])))
    : null;
}

/** Does nothing stand in a row's first cell, so that it goes on with the row above? */
const isRest = ({ children: [first] }: Row): boolean =>
  first?.children.every((node) => /^[│┃║\s]*$/u.test(node.type === 'line' ? node.value : '')) ===
  true;

/** Puts rules into the row's cell that they stand beside: its last, or its first, which they stand over. */
function addRules(row: Row, rules: readonly Line[], over: boolean): void {
  const cell = over ? row.children[0] : row.children.at(-1);
  if (!cell) return;
  cell.children = over ? [...rules, ...cell.children] : [...cell.children, ...rules];
  cell.position = span(cell.children);
  row.position = span(row.children);
}

/** Do rules part the rows below the head, so that lines with none between them are one row? */
function rulesPartRows(lines: readonly Line[]): boolean {
  const rows = lines.findIndex(
    (line, at) => at > 0 && isRule(line) && !isRule(lines[at - 1] ?? line),
  );
  const body = lines.slice(rows + 1);
  const last = body.findLastIndex((line) => !isRule(line));
  return body.slice(0, Math.max(last, 0)).some(isRule);
}

/** The table that a run of drawn lines is; furniture between its pages stays there. Null where its cells do not show. */
function drawnTable(nodes: readonly (Line | Furniture)[]): Table | null {
  const lines = nodes.filter((node) => node.type === 'line');
  const first = lines.find((line) => !isRule(line));
  const columns = [...(first?.value ?? '').matchAll(border)].length - 1;
  const parted = rulesPartRows(lines);
  const children: (Row | Furniture)[] = [];
  const rows: Row[] = [];
  let over: Line[] = [];
  let head = 0;
  let ruled = true;
  for (const node of nodes) {
    if (node.type === 'furniture') {
      if (over.length > 0) return null;
      children.push(node);
      continue;
    }
    if (isRule(node)) {
      const last = children.at(-1);
      if (last?.type === 'row') addRules(last, [node], false);
      else over.push(node);
      if (head === 0) head = rows.length;
      ruled = true;
      continue;
    }
    const row = rowFrom(node, columns);
    if (!row) return null;
    const inHead = head === 0 && rows.length > 0;
    const onPage = children.at(-1)?.type === 'row';
    row.continues = inHead || (!ruled && rows.length > 0 && (isRest(row) || (parted && onPage)));
    addRules(row, over, true);
    over = [];
    rows.push(row);
    children.push(row);
    ruled = false;
  }
  const whole = rows.filter((row) => row.continues !== true).length;
  if (columns < least.columns || whole < least.rows || head === 0 || over.length > 0) return null;
  return { type: 'table', columns, head, drawn: true, children, position: span(children) };
}

/** The drawn lines from `from` on, up to the rule that closes the table, and the furniture between them. */
function runFrom(nodes: readonly (Block | Line)[], from: number): (Line | Furniture)[] {
  const run: (Line | Furniture)[] = [];
  for (let at = from; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node?.type !== 'furniture' && !(node?.type === 'line' && isDrawn(node))) break;
    run.push(node);
    if (node.type === 'line' && isRule(node) && closingRule.test(node.value)) break;
  }
  while (run.at(-1)?.type === 'furniture') run.pop();
  return run;
}

/** Runs of lines that draw a table with its borders are tables; one with cells over several rows stays as drawn. */
export function withDrawn(nodes: readonly (Block | Line)[]): (Block | Line)[] {
  const result: (Block | Line)[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (!node) continue;
    const run = node.type === 'line' && isDrawn(node) ? runFrom(nodes, at) : [];
    const table = run.length > 0 ? drawnTable(run) : null;
    if (table || run.length >= least.lines) {
      result.push(table ?? { type: 'tableLines', children: run, position: span(run) });
      at += run.length - 1;
    } else result.push(node);
  }
  return result;
}
