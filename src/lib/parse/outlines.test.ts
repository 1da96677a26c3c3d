import { describe, expect, test } from 'vitest';
import { outlineOf } from './outlines.ts';
import { parseLines } from './lines.ts';

const found = (...lines: string[]): string[] =>
  [...outlineOf(parseLines(lines.join('\n')).children.filter((node) => node.type === 'line'))].map(
    ({ value }) => value,
  );

describe('outlineOf', () => {
  test('finds chapters and parts that count on through a text', () => {
    const outline = ['1总则', '1.1编制目的', '1.2适用范围', '2组织体系', '2.1指挥机构', '3附则'];
    expect(found(...outline.flatMap((line) => [line, '为了做好应急工作，制定本预案。']))).toEqual(
      outline,
    );
  });

  test('leaves out figures and days between them', () => {
    expect(
      found('1总则', '1.1编制目的', '3.5亿元的投资', '1.2适用范围', '6.26国际禁毒日', '1.3原则'),
    ).toEqual(['1总则', '1.1编制目的', '1.2适用范围', '1.3原则']);
  });

  test('finds none where numbers count nothing on', () => {
    expect(found('3.15国际消费者权益日', '9.5分以上', '1标段', '2标段', '24节气')).toEqual([]);
  });
});
