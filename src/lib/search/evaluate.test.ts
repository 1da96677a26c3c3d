import { describe, expect, test } from 'vitest';
import { createAnalyzer } from './analyze.ts';
import { evaluate, type Archive } from './evaluate.ts';

const { fold } = createAnalyzer(new Map());

/** An archive of notices with one text each, which is its number where it has one, found by plain comparison. */
function archive(texts: readonly string[], numbers: readonly (string | null)[] = []): Archive {
  const regionOf = (i: number) => (numbers[i] === texts[i] ? 'head' : 'text');
  return {
    notices: texts.length,
    rows: () => Promise.resolve((notice) => ({ title: 1, number: numbers[notice] ?? null })),
    fold,
    find: (fragment) =>
      Promise.resolve(
        new Map(
          texts.flatMap((text, i) =>
            fold(text).includes(fragment) ? [[i, regionOf(i)] as const] : [],
          ),
        ),
      ),
    named: (fragment) => Promise.resolve(fragment === 'notice' ? [1, 2] : []),
    texts: (notice) => Promise.resolve([texts[notice] ?? '']),
    words: (text) => text.match(/.{1,2}/gu) ?? [],
  };
}

async function found(query: string, texts: readonly string[]): Promise<string> {
  const { scores, relaxed } = await evaluate(query, archive(texts));
  return [...(relaxed ? ['relaxed'] : []), ...scores.keys()].join(' ');
}

describe('evaluate', () => {
  const texts = ['教育资金', '教育', '资金管理', '教育 资金 卫生'];
  test.each([
    ['', '0 1 2 3'], // nothing asked for
    ['，。', '0 1 2 3'], // nothing that can be asked for
    ['教育', '0 1 3'],
    ['教育 -卫生', '0 1'],
    ['教育 卫生', '3'],
    ['卫生 OR 管理', '3 2'],
    ['"教育资金"', '0 3'],
    ['教育　资金', '0 3'], // a full-width space is printed
    ['教育资金局', 'relaxed 0 1 3 2'], // half of what it asks for
    ['囍', 'relaxed'],
  ])('%j finds %j', async (query, expected) => {
    expect(await found(query, texts)).toBe(expected);
  });

  test('takes spaces between Han characters for a reader’s, unless a text prints just these', async () => {
    expect(await found('教育 资金', ['教育资金', '资金，教育'])).toBe('0 1');
    expect(await found('合 计', ['合 计', '合同计划'])).toBe('0');
  });

  test('takes operators for printed signs where a text prints just these', async () => {
    expect(await found('4 -6月', ['4 -6月', '4月'])).toBe('0');
    expect(await found('4 -6月', ['46月份', '4月'])).toBe('1');
    expect(await found('"教育" 资金', ['"教育" 资金', '资金，教育'])).toBe('0');
    expect(await found('"教育" 资金', ['教育资金', '资金，教育'])).toBe('0 1');
  });

  test('finds by an English name what no text holds', async () => {
    expect(await found('notice 资金', ['资金', '资金', '教育'])).toBe('1');
    expect(await found('notice', ['资金', '资金', '教育'])).toBe('1 2');
  });

  const cites = ['依据吴政发〔2023〕21号', '吴政发〔2023〕21号', '2023年21人'];

  test('puts the bearer of a number first, in whatever form it is asked for', async () => {
    for (const query of ['吴政发 2023 21', '吴政发[2023]21号', '政发（2023）21', '21号']) {
      const { scores, cited } = await evaluate(query, archive(cites, [null, '吴政发〔2023〕21号']));
      expect([...scores].sort((a, b) => b[1] - a[1])[0]?.[0]).toBe(1);
      expect(cited).toBeNull();
    }
  });

  test('adds no bearer to a fragment that only looks like a part of its number', async () => {
    const texts = ['第21号', '吴政发〔2023〕21号'];
    const { scores } = await evaluate('第21号', archive(texts, [null, '吴政发〔2023〕21号']));
    expect([...scores.keys()]).toEqual([0]);
  });

  test('leads from a number that no notice bears to those that print it, and says so', async () => {
    const { scores, cited, fragments } = await evaluate('吴政发 2023 21', archive(cites));
    expect([...scores.keys()]).toEqual([0, 1]);
    expect(cited).toBe('吴政发〔2023〕21号');
    expect(fragments).toEqual(['吴政发202321号']);
  });
});
