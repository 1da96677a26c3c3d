import { expect, test } from 'vitest';
import { bodyFinder } from './mentions.ts';

const body = (id: string, region: string, zh: string, ...aliases: string[]) => ({
  id,
  region,
  zh,
  en: id,
  aliases,
});
const region = (id: string, parent: string | null) => ({ id, slug: id, zh: id, en: id, parent });

const find = bodyFinder(
  [
    body('county', '110101', '甲县人民政府', '县政府'),
    body('county-office', '110101', '甲县人民政府办公室', '县政府办公室', '县政府办'),
    body('county-committee', '110101', '中共甲县委员会', '县委'),
    body('county-schools', '110101', '甲县教育局', '县教育局', '教育局'),
    body('city-schools', '110100', '乙市教育局', '市教育局', '教育局'),
    body('other-schools', '110102', '丙县教育局', '县教育局'),
  ],
  [region('110100', null), region('110101', '110100'), region('110102', '110100')],
);

test.each([
  ['县教育局、县政府', '110101', ['county', 'county-schools']],
  ['县政府办公室', '110101', ['county-office']], // the longer name, not the one in it
  ['由县政府办牵头', '110101', ['county']], // 办 may begin a word: then the name before it is meant
  ['县政府办、县教育局', '110101', ['county-office', 'county-schools']],
  ['县委', '110101', []], // too short to be certain
  ['教育局', '110101', ['county-schools']], // of the gazette's own place
  ['教育局', '110102', ['city-schools']], // else of the place above
  ['县教育局', '110102', ['other-schools']],
  ['乙市教育局', '110102', ['city-schools']],
  ['', '110101', []],
])('%s in %s names %j', (text, place, ids) => {
  expect(find([text], place)).toEqual(ids);
});
