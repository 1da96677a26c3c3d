import { describe, expect, test } from 'vitest';
import type { Line } from '../../tree/types.ts';
import { parseLines } from '../lines.ts';
import { countedPages, furtherPages, pagesAtEdges } from './page-numbers.ts';

const prose = (lines: number): string[] =>
  Array.from({ length: lines }, () => '各乡镇要加强组织领导，确保任务落实。');
const parsed = (lines: readonly string[]): Line[] =>
  parseLines(lines.join('\n')).children.filter((node) => node.type === 'line');
const found = (lines: readonly string[]): string[] =>
  countedPages(parsed(lines), { numbers: new Set(), others: new Set() }).map((line) => line.value);
const pages = (numbers: readonly number[], length = 30): string[] =>
  numbers.flatMap((number) => [...prose(length), String(number)]);

describe('countedPages', () => {
  test('finds numbers that count on through the whole text, a page apart', () => {
    expect(found(pages([5, 6, 7, 8, 9]))).toEqual(['5', '6', '7', '8', '9']);
  });

  test('goes on over a page whose number was lost', () => {
    const text = [...pages([1, 2]), ...prose(30), ...pages([4, 5])];
    expect(found(text)).toEqual(['1', '2', '4', '5']);
  });

  test('counts with those that signs set off', () => {
    const lines = parsed([...pages([1, 2]), ...prose(30), '· 3 ·', ...pages([4])]);
    const setOff = new Set(lines.filter((line) => line.value.startsWith('·')));
    const known = { numbers: setOff, others: new Set<Line>() };
    expect(countedPages(lines, known).map((line) => line.value)).toEqual(['1', '2', '· 3 ·', '4']);
  });

  test('takes no figure of a table between two of them', () => {
    const text = pages([1, 2, 3, 4, 5]);
    text.splice(40, 0, '3', '64');
    expect(found(text)).toEqual(['1', '2', '3', '4', '5']);
  });

  test('takes the number beside a running header, not that of a row on the same page', () => {
    const [above, below] = [prose(12), prose(14)];
    const lines = parsed([
      ...pages([1]),
      ...above,
      '2',
      ...below,
      '2',
      '县政府文件',
      ...pages([3, 4, 5]),
    ]);
    const headers = new Set(lines.filter((line) => line.value === '县政府文件'));
    const taken = countedPages(lines, { numbers: new Set(), others: headers });
    expect(taken.map(({ value }) => value)).toEqual(['1', '2', '3', '4', '5']);
    expect(taken.map((line) => lines.indexOf(line))[1]).toBe(
      lines.findIndex((line) => headers.has(line)) - 1,
    );
  });

  test('takes a page of a few lines whose number stands beside a running header', () => {
    const text = [...pages([1, 2]), '县政府文件', ...prose(3), '3', '县政府文件', ...pages([4, 5])];
    const lines = parsed(text);
    const others = new Set(lines.filter((line) => line.value === '县政府文件'));
    expect(countedPages(lines, { numbers: new Set(), others }).map(({ value }) => value)).toEqual([
      ...['1', '2', '3', '4', '5'],
    ]);
    expect(found(text)).toEqual(['1', '2', '4', '5']);
  });

  test('finds none in the serial numbers of a table', () => {
    const table = [1, 2, 3, 4, 5, 6].flatMap((number) => [String(number), '区财政局', '6月底前']);
    expect(found([...prose(40), ...table, ...prose(40)])).toEqual([]);
  });

  test('finds none where the count covers only a part of the text', () => {
    expect(found([...prose(200), ...pages([1, 2, 3, 4, 5], 12), ...prose(200)])).toEqual([]);
  });

  test('finds none in three numbers', () => {
    expect(found(pages([1, 2, 3]))).toEqual([]);
  });
});

describe('furtherPages', () => {
  const after = (known: readonly string[], lines: readonly string[]): string[] => {
    const all = parsed(lines);
    return furtherPages(all, new Set(all.filter((line) => known.includes(line.value)))).map(
      (line) => line.value,
    );
  };

  test('goes on with the count on a last page that nothing follows', () => {
    expect(after(['6', '7'], [...pages([6, 7]), ...prose(5), '8'])).toEqual(['8']);
  });

  test('takes no other number, and none far below', () => {
    expect(after(['6', '7'], [...pages([6, 7]), ...prose(5), '9'])).toEqual([]);
    expect(after(['6', '7'], [...pages([6, 7]), ...prose(200), '8'])).toEqual([]);
  });
});

describe('pagesAtEdges', () => {
  const at = (...edges: string[][]): string[] =>
    pagesAtEdges(edges.map(parsed)).map((line) => line.value);

  test('tells the numbers that count pages from the figures of a table that a page cuts', () => {
    expect(at(['某县', '1'], ['600', '2'], ['85', '3', '60'], ['4'])).toEqual(['1', '2', '3', '4']);
  });

  test('finds none where most edges have no number, or numbers that do not count on', () => {
    expect(at(['1'], ['某县'], ['2'], ['某县'], ['某县'], ['3'], ['某县'])).toEqual([]);
    expect(at(['61'], ['141'], ['20'])).toEqual([]);
  });
});
