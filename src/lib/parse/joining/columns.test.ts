import { describe, expect, test } from 'vitest';
import { columnWidths, type Shown } from './columns.ts';

/** A full line inside a paragraph, a full first line, and a last line, each of so many half-width columns. */
const inside = (width: number): Shown => ({ width, breaksInside: true, mayOpen: false });
const first = (width: number): Shown => ({ width, breaksInside: true, mayOpen: true });
const last = (width: number): Shown => ({ width, breaksInside: false, mayOpen: false });

describe('columnWidths', () => {
  test('tells the width of most full lines from that of a few that hang over the edge', () => {
    const lines = [44, 43, 44, 40, 44, 46, 44].map(inside);
    expect(columnWidths(lines)[3]).toEqual({ widest: 46, usual: 44 });
  });

  test('lets nearer lines decide where columns change', () => {
    const lines = [44, 44, 44, 44, 44, 30, 30, 30, 30, 30].map(inside);
    const columns = columnWidths(lines).map(({ widest }) => widest);
    expect(columns.slice(0, 3)).toEqual([44, 44, 44]);
    expect(columns.slice(-3)).toEqual([30, 30, 30]);
  });

  test('takes first lines, which their indent shortens, for those of the wider column', () => {
    const lines = [inside(42), last(20), first(38), last(30), first(38), inside(42), last(10)];
    expect(columnWidths(lines)[3]).toEqual({ widest: 42, usual: 42 });
  });

  test('takes first lines alone for full ones', () => {
    expect(columnWidths([first(38), last(20), first(38)])[1]).toEqual({ widest: 38, usual: 38 });
  });

  test('tells nothing where no line breaks inside a sentence, or only fragments do', () => {
    const none = { widest: 0, usual: 0 };
    expect(columnWidths([last(44), last(44), inside(20)])).toEqual([none, none, none]);
  });
});
