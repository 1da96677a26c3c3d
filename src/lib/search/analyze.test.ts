import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as module from './analyze.ts';
import { simplifiedForms } from './simplified.ts';

const { blockTokens, characterTokens, createAnalyzer, encodeChar, findRanges, phraseTokens } =
  module;
const { fold, foldWithOffsets } = createAnalyzer(simplifiedForms());

/** Text as gazettes hold it: Han, digits in both widths, Latin, marks, and anything else. */
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...Array.from('吴忠市政府国國发發Ａa1１〇○，。（㎡①é\u200b\u3000 ')),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

test('exports the analyzer and its tokens', () => {
  expect(Object.keys(module).sort()).toEqual([
    'blockTokens',
    'characterTokens',
    'createAnalyzer',
    'encodeChar',
    'findRanges',
    'phraseTokens',
  ]);
});

describe('fold', () => {
  test.each([
    ['吴政发〔2023〕21号', '吴政发202321号'], // brackets go
    ['ＧＢ／Ｔ　２２６０', 'gbt2260'], // full width, both scripts
    ['發改局、財政廳', '发改局财政厅'], // traditional
    ['二○二三年', '二〇二三年'], // a circle for zero
    ['e\u0301 \u00e9', 'ee'], // composed and decomposed
    ['教\u200b育\ufeff局', '教育局'], // zero width
    ['12㎡ ①', '12m21'], // compatibility forms
    ['𠀀𨭎', '𠀀𬭳'], // outside the basic plane
    ['，。 ——', ''],
  ])('%s gives %s', (given, expected) => {
    expect(fold(given)).toBe(expected);
  });

  test('changes nothing more when applied again', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(fold(fold(given))).toBe(fold(given));
      }),
    );
  });

  test('is the same for every form of the same text', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD'), (given, form) => {
        expect(fold(given.normalize(form))).toBe(fold(given));
      }),
    );
  });

  test('of a text is that of its parts, wherever it is cut', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        expect(fold(left + right)).toBe(fold(left) + fold(right));
      }),
    );
  });

  test('keeps offsets that lead back to the source', () => {
    fc.assert(
      fc.property(text, (given) => {
        const { chars, starts, ends } = foldWithOffsets(given);
        expect(chars.join('')).toBe(fold(given));
        chars.forEach((char, i) => {
          expect(fold(given.slice(starts[i], ends[i]))).toContain(char);
        });
      }),
    );
  });
});

/** What the engine does with a phrase: tokens that follow one another. */
function holds(stream: readonly string[], phrase: readonly string[]): boolean {
  return stream.some((_, i) => phrase.every((token, k) => stream[i + k] === token));
}

describe('tokens', () => {
  test('are written as letters and digits, differently for each character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const codes = Array.from(given, encodeChar);
        expect(codes.join('')).toMatch(/^[0-9a-z]*$/);
        expect(new Set(codes).size).toBe(new Set(given).size);
      }),
    );
  });

  test('find a fragment in just the records that hold it inside one block', () => {
    const block = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '1', 'a'), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), block, (blocks, fragment) => {
        fc.pre(fragment !== '');
        const stream = [...blocks.flatMap(blockTokens), ...characterTokens(blocks)];
        const expected = blocks.some((own) => own.includes(fragment));
        expect(holds(stream, phraseTokens(fragment))).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('findRanges', () => {
  test.each([
    ['吴忠市（利通區）', '利通区', [[4, 7]]],
    ['2 0 2 3年', '2023', [[0, 7]]],
    ['人人人', '人人', [[0, 2]]],
    ['吴忠', '利通', []],
    ['吴忠', '', []],
  ])('in %s, %s stands at %j', (given, fragment, ranges) => {
    expect(findRanges(foldWithOffsets(given), fragment)).toEqual(ranges);
  });
});
