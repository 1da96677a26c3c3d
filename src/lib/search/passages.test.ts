import { describe, expect, test } from 'vitest';
import { createAnalyzer } from './analyze.ts';
import { mark, opening, passages, type Segment } from './passages.ts';

const analyzer = createAnalyzer(new Map([['資', '资']]));

/** Segments as text, marked ones in brackets. */
function printed(segments: readonly Segment[]): string {
  return segments.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
}

const block = (kind: 'heading' | 'text' | 'cell', place: number, text: string) => ({
  kind,
  place,
  text,
});

describe('passages', () => {
  test('name the paragraph and the heading above it, and mark the words as printed', () => {
    const blocks = [block('heading', 1, '一、資金'), block('text', 2, '专项資 金管理。')];
    const found = passages(blocks, ['资金'], analyzer);
    expect(found.map(({ anchor, heading }) => [anchor, heading])).toEqual([
      ['h-1', null],
      ['p-2', '一、資金'],
    ]);
    expect(found.map(({ segments }) => printed(segments))).toEqual([
      '一、[資金]',
      '专项[資 金]管理。',
    ]);
  });

  test('leave out what was meant where the printed passage holds the same words', () => {
    const blocks = [block('text', 1, '教育应运。'), block('text', 1, '教育应用〔更正〕')];
    const texts = (...words: string[]) =>
      passages(blocks, words, analyzer).map(({ segments }) => printed(segments));
    expect(texts('教育')).toEqual(['[教育]应运。']);
    expect(texts('应用')).toEqual(['教育[应用]〔更正〕']);
    expect(texts('教育', '应用')).toHaveLength(2);
  });

  test('prefer paragraphs with most of the words, three at most, in reading order', () => {
    const blocks = [
      block('text', 1, '教育'),
      block('text', 2, '教育'),
      block('text', 3, '教育'),
      block('text', 4, '教育和卫生'),
    ];
    expect(passages(blocks, ['教育', '卫生'], analyzer).map(({ anchor }) => anchor)).toEqual([
      'p-1',
      'p-2',
      'p-4',
    ]);
  });

  test('cut a long paragraph around the first mark', () => {
    const [found] = passages(
      [block('text', 1, `${'前'.repeat(60)}教育${'后'.repeat(200)}`)],
      ['教育'],
      analyzer,
    );
    expect(printed(found?.segments ?? [])).toMatch(/^…前{24}\[教育\]后+…$/u);
  });

  test('show a fragment whole, however long', () => {
    const long = '长'.repeat(150);
    const [found] = passages([block('text', 1, `前${long}`)], [long], analyzer);
    expect(printed(found?.segments ?? [])).toBe(`前[${long}]`);
  });
});

test('mark joins fragments that overlap', () => {
  expect(printed(mark('义务教育资金', ['务教育', '教育资'], analyzer))).toBe('义[务教育资]金');
});

test('opening is the beginning of the first real paragraph', () => {
  const first = '现将实施方案印发给你们，请结合各自职责，认真抓好贯彻落实，不得有误。';
  expect(opening([block('text', 1, '各部门：'), block('text', 2, first)])).toBe(first);
});
