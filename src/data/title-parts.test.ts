import { describe, expect, test } from 'vitest';
import { titleParts } from './title-parts.ts';

describe('titleParts', () => {
  test.each([
    ['甲区人民政府关于乙的通知', ['甲区人民政府', '关于乙的通知']],
    ['甲区人民政府办公室关于乙的通知', ['甲区人民政府办公室', '关于乙的通知']],
    ['关于印发《甲》的通知', ['关于印发', '《甲》的通知']],
    ['2020年工作要点', ['2020年工作要点']],
  ])('cuts %s where a reader pauses', (title, parts) => {
    expect(titleParts(title)).toEqual(parts);
  });

  test('cuts a long part between words, adds and drops nothing', () => {
    const title = '《利通区创建全国文明城市市容区貌工作组综合整治工作实施方案》';
    const parts = titleParts(title);
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.join('')).toBe(title);
    expect(parts[0]).toMatch(/^《./u);
    expect(parts.at(-1)).toMatch(/.》$/u);
  });
});
