import { expect, test } from 'vitest';
import { csv } from './csv.ts';

test.each([
  [[['标题', '日期']], '标题,日期\r\n'],
  [[['a,b', 'say "x"', 'line\nline']], '"a,b","say ""x""","line\nline"\r\n'],
  [[['=1+1', '-5℃']], "'=1+1,'-5℃\r\n"], // never a formula
  [[], ''],
])('%j becomes %j', (rows, expected) => {
  expect(csv(rows)).toBe(`\uFEFF${expected}`);
});
