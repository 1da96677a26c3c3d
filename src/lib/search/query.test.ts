import { describe, expect, test } from 'vitest';
import { isMostLikelyAsked, mayBeOneFragment, parseQuery } from './query.ts';

/** A query as a line: words of a clause joined by |, clauses by a space, exclusions after -, quoted ones in quotes. */
function printed(query: string): string {
  const { clauses, excluded } = parseQuery(query);
  const term = ({ text, quoted }: { text: string; quoted: boolean }): string =>
    quoted ? `"${text}"` : text;
  return [
    ...clauses.map((clause) => clause.map(term).join('|')),
    ...excluded.map((one) => `-${term(one)}`),
  ].join(' ');
}

describe('parseQuery', () => {
  test.each([
    ['教育', '教育'],
    ['教育  资金', '教育 资金'],
    ['教育　资金', '教育 资金'], // a full-width space
    ['"教育 资金" 局', '"教育 资金" 局'],
    ['＂教育＂', '"教育"'], // full-width quotes
    ['教育 -资金', '教育 -资金'],
    ['教育 -"专项 资金"', '教育 -"专项 资金"'],
    ['教育 OR 卫生 资金', '教育|卫生 资金'],
    ['OR 教育', '教育'], // nothing before it
    ['教育 OR', '教育'],
    ['教育 or 卫生', '教育 or 卫生'], // only capitals
    ['-5℃', '5℃'], // nothing to look for but this
    ['坚持“六争”两招', '坚持“六争”两招'], // Chinese quotes are text
    ['2019-05', '2019-05'], // a hyphen inside a word
    ['"', '"'],
    ['OR', 'OR'], // nothing else to look for
    ['', ''],
  ])('%j is %j', (query, expected) => {
    expect(printed(query)).toBe(expected);
  });
});

describe('mayBeOneFragment', () => {
  test.each([
    ['GB 18030', true],
    ['教育 资金', true],
    ['-马学军　区民政局局长', true], // a printed list, its hyphen too
    ['教育', false], // one word anyway
    ['90 -2.2', true], // two cells of a printed table
    ['"放管服"改革', true],
  ])('%j: %s', (query, expected) => {
    expect(mayBeOneFragment(query)).toBe(expected);
  });
});

describe('isMostLikelyAsked', () => {
  test.each([
    ['教育 资金', true],
    ['马学军　区民政局局长', false], // full-width, as lists of names are printed
    ['COVID 19 疫情', false],
    ['局 财政', false], // the cut end of one cell and the start of the next
    ['教 育 局', false],
    ['教育 -培训', true],
    ['"乡村 振兴"', true],
    ['GB OR ISO', true],
    ['教育-培训', false],
  ])('%j: %s', (query, expected) => {
    expect(isMostLikelyAsked(query)).toBe(expected);
  });
});
