import { describe, expect, test } from 'vitest';
import { groupRows, type CellLine } from './rows.ts';
import { mergedOver } from './merged-cells.ts';

/** A line of cells by their columns; an empty text is no cell. */
const line = (...texts: string[]): CellLine =>
  texts.flatMap((text, column) =>
    text === '' ? [] : [{ text, column, at: 0, from: column * 20, to: column * 20 + 1 }],
  );
const rowsOf = (lines: CellLine[], anchors: number[]) =>
  groupRows(
    lines,
    anchors,
    lines.map(() => 0),
    2,
  )?.rows.map(({ first, last }) => [first, last]);

describe('groupRows', () => {
  test('gives lines between two rows to that whose cell they go on with', () => {
    const lines = [
      line('', '清淤河道二十公里并'),
      line('1'),
      line('', '加固堤防'),
      line('', '改造泵站三座并疏浚'),
      line('2'),
      line('', '干渠'),
    ];
    expect(rowsOf(lines, [1, 4])).toEqual([
      [0, 2],
      [3, 5],
    ]);
  });

  test('knows cells that stand at the top of their row', () => {
    const lines = [
      line('1', '清淤河道二十公里并'),
      line('', '加固堤防'),
      line('2', '改造泵站三座并疏浚'),
      line('', '干渠'),
    ];
    expect(rowsOf(lines, [0, 2])).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  test('gives none where a line may as well belong to either row', () => {
    expect(rowsOf([line('1'), line('', '加固堤防'), line('2')], [0, 2])).toBeUndefined();
  });
});

describe('mergedOver', () => {
  const row = (first: number, last = first) => ({ first, anchor: first, last });

  test('puts a cell that stands in the middle of its rows with the first of them', () => {
    const found = mergedOver([1, 4, 6], [row(0), row(2), row(3), row(5), row(7)]);
    expect(found).toEqual(
      new Map([
        [1, 0],
        [4, 2],
        [6, 2],
      ]),
    );
  });

  test('puts a cell at the top of its rows where all stand there', () => {
    const found = mergedOver([0, 3], [row(0, 1), row(2), row(3), row(4)]);
    expect(found).toEqual(
      new Map([
        [0, 0],
        [3, 2],
      ]),
    );
  });
});
