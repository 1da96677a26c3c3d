import type { Element } from 'hast';
import { textOf } from './render-blocks.ts';

/** What a number looks like in a cell: a count, a share, a range's end; a dash stands for none. */
const numeric = /^(?:[-+−]?\d[\d,.]*[%％‰]?|[-—－]+)$/u;

/** Characters of a cell that make its column one of sentences. */
const sentence = 24;

/**
 * Says how the columns of a table are to be set: numbers to the right and narrow, sentences wide. A row that holds only
 * a name, between rows that hold more, runs over all columns.
 */
export function layTable(table: Element): void {
  const rows = table.children
    .filter((part) => part.type === 'element')
    .flatMap((part) => part.children.filter((row) => row.type === 'element'));
  const [head, ...body] = rows;
  if (!head) return;
  const columns = cellsOf(head).length;
  const named = rows.filter((row) => holdsOnlyName(cellsOf(row)));
  // A form has many such rows, and its empty cells are there to be filled in.
  const spans = columns > 2 && named.length * 2 < rows.length ? named : [];
  const whole = body.filter((row) => !spans.includes(row));
  const grid = whole.map((row) => cellsOf(row).map((cell) => textOf(cell).trim()));
  for (let column = 0; column < columns; column += 1) {
    const texts = grid.map((row) => row[column] ?? '').filter((text) => text !== '');
    const kind =
      texts.length > 0 && texts.every((text) => numeric.test(text))
        ? 'number'
        : texts.some((text) => text.length >= sentence)
          ? 'long'
          : null;
    if (kind === null) continue;
    for (const row of rows) {
      const cell = cellsOf(row)[column];
      if (cell && textOf(cell).trim() !== '') cell.properties.className = [kind];
    }
  }
  spans.forEach(spanRow);
  partHead(table);
}

/**
 * Sets a head of two rows as it was printed: `5月/产量`, `/增长` are 产量 and 增长 under 5月; all other names are as high as
 * both rows.
 */
function partHead(table: Element): void {
  const head = table.children.find((part) => part.type === 'element');
  const row = head?.children.find((child) => child.type === 'element');
  if (!head || !row) return;
  const cells = cellsOf(row);
  const names = cells.map((cell) => textOf(cell).trim());
  const goesOn = (at: number): boolean => /^\/[^/]+$/u.test(names[at] ?? '');
  const opens = (at: number): boolean => goesOn(at + 1) && /^[^/]+\/[^/]+$/u.test(names[at] ?? '');
  const parts = cells.map((_, at) => opens(at) || goesOn(at));
  const plain = cells.every(
    (cell, at) => !parts[at] || (cell.children.length === 1 && cell.children[0]?.type === 'text'),
  );
  const odd = names.some((name, at) => name.startsWith('/') && !parts[at - 1]);
  if (!parts.includes(true) || !plain || odd) return;
  const above: Element[] = [];
  const below: Element[] = [];
  for (const [at, cell] of cells.entries()) {
    const [group = '', own = ''] = (names[at] ?? '').split('/');
    if (!parts[at]) above.push({ ...cell, properties: { ...cell.properties, rowSpan: 2 } });
    else below.push({ ...cell, children: [{ type: 'text', value: own }] });
    if (!opens(at)) continue;
    const next = cells.findIndex((_, other) => other > at && !goesOn(other));
    const colSpan = (next < 0 ? cells.length : next) - at;
    above.push({
      ...cell,
      properties: { scope: 'colgroup', colSpan },
      children: [{ type: 'text', value: group }],
    });
  }
  row.children = above;
  head.children.push({ ...row, children: below });
}

function cellsOf(row: Element): Element[] {
  return row.children.filter((cell) => cell.type === 'element');
}

function holdsOnlyName(cells: readonly Element[]): boolean {
  const [first, ...others] = cells.map((cell) => textOf(cell).trim());
  return (
    first !== undefined &&
    first !== '' &&
    !numeric.test(first) &&
    others.every((text) => text === '')
  );
}

function spanRow(row: Element): void {
  const cells = cellsOf(row);
  const [first] = cells;
  if (!first) return;
  first.properties.colSpan = cells.length;
  delete first.properties.className;
  row.children = [first];
}
