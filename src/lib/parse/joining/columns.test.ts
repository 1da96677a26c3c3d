import { describe, expect, test } from 'vitest';
import { columnWidths } from './columns.ts';

const inside = (widths: readonly number[]): boolean[] => widths.map(() => true);

describe('columnWidths', () => {
  test('tells the width of most full lines from that of a few that hang over the edge', () => {
    const widths = [44, 43, 44, 40, 44, 46, 44];
    expect(columnWidths(widths, inside(widths))[3]).toEqual({ widest: 46, usual: 44 });
  });

  test('lets nearer lines decide where columns change', () => {
    const widths = [44, 44, 44, 44, 44, 30, 30, 30, 30, 30];
    const columns = columnWidths(widths, inside(widths)).map(({ widest }) => widest);
    expect(columns.slice(0, 3)).toEqual([44, 44, 44]);
    expect(columns.slice(-3)).toEqual([30, 30, 30]);
  });

  test('tells nothing where no line breaks inside a sentence', () => {
    expect(columnWidths([44, 44], [false, false])).toEqual([
      { widest: 0, usual: 0 },
      { widest: 0, usual: 0 },
    ]);
  });
});
