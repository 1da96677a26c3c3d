import { describe as group, expect, test } from 'vitest';
import { vocabulary } from '../../src/lib/test-vocabulary.ts';
import { readEvidence } from '../../src/lib/source/evidence.ts';
import { InputError } from '../files.ts';
import { askAnswers, describe, type Arrival } from './describe.ts';

const sum = '0'.repeat(64);

function arrivalOf(text: string): Arrival {
  return {
    evidence: readEvidence(text, vocabulary.regions),
    vocabulary,
    received: { name: 'a.txt', encoding: 'GB18030', bom: false, sha256: sum },
    sha256: sum,
    expectFreeId: (id) => {
      if (id === 'wuzhong-2023-3') throw new InputError(`${id} is taken`);
    },
  };
}

/** Answers the questions whose text begins so, the next answer each time; the rest is left at its default. */
async function session(text: string, script: Record<string, string[]>, given = {}) {
  const arrival = arrivalOf(text);
  const asked: string[] = [];
  const said: string[] = [];
  const answers = await askAnswers(
    arrival,
    given,
    (question, otherwise) => {
      asked.push(`${question} [${otherwise ?? ''}]`);
      const key = Object.keys(script).find((start) => question.startsWith(start));
      return Promise.resolve((key === undefined ? null : script[key]?.shift()) ?? '');
    },
    (line) => said.push(line),
  );
  return { asked, said, answers, description: describe(arrival, answers) };
}

group('askAnswers', () => {
  const text = '吴忠市人民政府公报\n2023年第4期\n2023年8月20日出版';

  test('takes the draft where nothing is typed', async () => {
    const { asked, answers, description } = await session(text, {});
    expect(answers).toEqual({});
    expect(asked[0]).toBe('name as printed, such as 吴忠市人民政府公报 [吴忠市人民政府公报]');
    expect(asked).toHaveLength(11);
    expect(description).toMatchObject({
      id: 'wuzhong-2023-4',
      gazette: { publishedOn: '2023-08-20', totalIssue: null, origin: { en: /GB18030/u } },
    });
  });

  test('drafts later answers from earlier ones, and asks no more for what is given', async () => {
    const { asked, description } = await session(
      text,
      { name: ['利通区人民政府公报'], 'number of': ['5'], 'date of': ['none'] },
      { totalIssue: 31 },
    );
    expect(asked.some((question) => question.includes('whole series'))).toBe(false);
    expect(description).toMatchObject({
      id: 'litong-2023-5',
      gazette: { publisher: 'litong-government', totalIssue: 31, publishedOn: null },
    });
  });

  test('asks again where an answer does not fit, or an id is taken', async () => {
    const { said, description } = await session(text.replace('第4期', '第3期'), {
      'GB/T': ['64', '999999', '640300'],
      publisher: ['nobody'],
      id: ['', 'wuzhong-2023-3b'],
    });
    expect(said).toEqual([
      expect.stringContaining('unexpected `64`'),
      expect.stringContaining('unexpected `nobody`'),
      '  wuzhong-2023-3 is taken',
    ]);
    expect(description.id).toBe('wuzhong-2023-3b');
  });

  test('asks until what is indispensable is told, and says what is in doubt first', async () => {
    const { said, description } = await session('湖州市安吉县人民政府公报', {
      year: ['', '2022'],
      'number of the issue': ['7'],
    });
    expect(said[0]).toContain(
      'In doubt: region: 湖州市安吉县 is not in content/vocab/regions.yaml',
    );
    expect(said[1]).toContain('expected year of the issue');
    expect(description.id).toBe('anji-2022-7');
  });
});
