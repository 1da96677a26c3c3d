import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as module from './analyze.ts';
import { simplifiedForms } from './simplified.ts';

const { createAnalyzer, findRanges } = module;
const { fold, foldWithOffsets } = createAnalyzer(simplifiedForms());

/** Text as gazettes hold it: Han, digits in both widths, Latin, marks, and anything else. */
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...Array.from('吴忠市政府国國发發Ａa1１〇○，。（㎡①é\u200b\u3000 ')),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

test('exports the analyzer and the finder of what it folds', () => {
  expect(Object.keys(module).sort()).toEqual(['createAnalyzer', 'findRanges']);
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
