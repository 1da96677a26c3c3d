import { describe, expect, test } from 'vitest';
import { citeDocument, citeSerial, type Access, type Cited } from './cite.ts';

const url = 'https://gongbao.example/zh/notices/wulizhengbanfa-2019-51/';

function cited(differs: Partial<Cited> = {}): Cited {
  return {
    authors: ['利通区人民政府办公室'],
    title: '关于开展禁牧封育工作的通知',
    number: '吴利政办发〔2019〕51号',
    date: '2019-05-29',
    gazette: { name: '利通区人民政府公报', year: 2019, issue: 4 },
    ...differs,
  };
}

const documents: [string, Partial<Cited>, Access | null, string][] = [
  [
    'online, with the day it was read',
    {},
    { url, on: '2026-11-20' },
    `利通区人民政府办公室. 关于开展禁牧封育工作的通知：吴利政办发〔2019〕51号[A/OL]. （2019-05-29）[2026-11-20]. ${url}`,
  ],
  [
    'online, before a reader has come',
    {},
    { url, on: null },
    `利通区人民政府办公室. 关于开展禁牧封育工作的通知：吴利政办发〔2019〕51号[A/OL]. （2019-05-29）. ${url}`,
  ],
  [
    'on paper',
    {},
    null,
    '利通区人民政府办公室. 关于开展禁牧封育工作的通知：吴利政办发〔2019〕51号[A]. （2019-05-29）.',
  ],
  [
    'without a number',
    { number: null },
    null,
    '利通区人民政府办公室. 关于开展禁牧封育工作的通知[A]. （2019-05-29）.',
  ],
  [
    'without a date, online',
    { date: null },
    { url, on: '2026-11-20' },
    `利通区人民政府办公室. 关于开展禁牧封育工作的通知：吴利政办发〔2019〕51号[A/OL]. [2026-11-20]. ${url}`,
  ],
  [
    'without a date, on paper',
    { date: null },
    null,
    '利通区人民政府办公室. 关于开展禁牧封育工作的通知：吴利政办发〔2019〕51号[A].',
  ],
  [
    'without an author, by its title',
    { authors: [], number: null },
    null,
    '关于开展禁牧封育工作的通知[A]. （2019-05-29）.',
  ],
  [
    'by two bodies, in printed order',
    { authors: ['中共吴忠市委办公室', '吴忠市人民政府办公室'], number: null },
    null,
    '中共吴忠市委办公室，吴忠市人民政府办公室. 关于开展禁牧封育工作的通知[A]. （2019-05-29）.',
  ],
  [
    'by three bodies, all named',
    { authors: ['甲局', '乙局', '丙局'], number: null },
    null,
    '甲局，乙局，丙局. 关于开展禁牧封育工作的通知[A]. （2019-05-29）.',
  ],
  [
    'by four bodies, the first three named',
    { authors: ['甲局', '乙局', '丙局', '丁局'], number: null },
    null,
    '甲局，乙局，丙局，等. 关于开展禁牧封育工作的通知[A]. （2019-05-29）.',
  ],
];

describe('citeDocument', () => {
  test.each(documents)('cites a document %s', (_, differs, access, expected) => {
    expect(citeDocument(cited(differs), access)).toBe(expected);
  });
});

const serials: [string, Partial<Cited>, Access | null, string][] = [
  [
    'online, with the day it was read',
    {},
    { url, on: '2026-11-20' },
    `利通区人民政府办公室. 关于开展禁牧封育工作的通知[J/OL]. 利通区人民政府公报，2019（4）[2026-11-20]. ${url}`,
  ],
  [
    'on paper',
    {},
    null,
    '利通区人民政府办公室. 关于开展禁牧封育工作的通知[J]. 利通区人民政府公报，2019（4）.',
  ],
  [
    'without an author',
    { authors: [] },
    null,
    '关于开展禁牧封育工作的通知[J]. 利通区人民政府公报，2019（4）.',
  ],
];

describe('citeSerial', () => {
  test.each(serials)('cites an item of a gazette %s', (_, differs, access, expected) => {
    expect(citeSerial(cited(differs), access)).toBe(expected);
  });
});
