import { describe, expect, test } from 'vitest';
import { likeness, titleKey } from './likeness.ts';

describe('titleKey', () => {
  test('makes two printings of one title equal', () => {
    expect(titleKey('关于印发《甲 方案（试行）》的通知')).toBe(
      titleKey('关于印发<甲方案(试行)>的通知'),
    );
    expect(titleKey('２０２０年“十三五”')).toBe('2020年十三五');
  });
});

describe('likeness', () => {
  test.each([
    ['关于印发《甲方案》的通知', '关于印发<甲方案>的通知', 1],
    ['关于甲的通知', '贯彻乙之方案', 0],
    ['', '关于甲的通知', 0],
    ['', '', 0],
    ['甲', '甲', 0], // too short to tell
  ])('of %j and %j is %d', (one, other, score) => {
    expect(likeness(one, other)).toBe(score);
    expect(likeness(other, one)).toBe(score);
  });

  test('is high where a contents list leaves out a word, low where the matter differs', () => {
    const title = '吴忠市人民政府关于吴忠城南110kv输变电工程项目征收土地公告';
    expect(
      likeness(title, '吴忠市人民政府关于吴忠城南110kv输变电工程征收土地公告'),
    ).toBeGreaterThan(0.86);
    expect(
      likeness(title, '吴忠市人民政府关于吴忠市妇幼保健院住院部项目征收土地公告'),
    ).toBeLessThan(0.8);
  });
});
