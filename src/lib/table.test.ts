import { describe, expect, test } from 'vitest';
import { toCsv, toJsonLines } from './table.ts';

describe('toJsonLines', () => {
  test('puts one object on each line, line breaks inside values escaped', () => {
    expect(toJsonLines([{ text: '一\n二' }, { text: null }])).toBe(
      '{"text":"一\\n二"}\n{"text":null}\n',
    );
  });
});

describe('toCsv', () => {
  test('begins with a byte order mark and ends its lines with CRLF', () => {
    expect(toCsv([{ a: 1, b: '通知' }])).toBe('\uFEFFa,b\r\n1,通知\r\n');
  });

  test.each([
    ['a comma', '一,二', '"一,二"'],
    ['a quote', '"甲"', '"""甲"""'],
    ['a line break', '一\n二', '"一\n二"'],
    ['nothing', null, ''],
    ['a list of strings', ['甲局', '乙局'], '甲局；乙局'],
    ['a structure', { from: null }, '"{""from"":null}"'],
    ['an empty list', [], ''],
    ['a truth value', true, 'true'],
  ])('writes %s so that it can be read back', (_, value, cell) => {
    expect(toCsv([{ value }])).toBe(`\uFEFFvalue\r\n${cell}\r\n`);
  });
});
