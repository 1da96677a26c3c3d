import { describe, expect, test } from 'vitest';
import { idOfNumber, pinyinOf } from './notice-id.ts';

describe('idOfNumber', () => {
  test.each([
    ['吴利政办发〔2020〕2号', 'wulizhengbanfa-2020-2'],
    ['石大党办综〔2021〕44号', 'shidadangbanzong-2021-44'],
    ['吴政通字〔2023〕15号', 'wuzhengtongzi-2023-15'],
    ['宁财（资环）指标〔2021〕309号', 'ningcaizihuanzhibiao-2021-309'],
    ['银川市人民政府令第3号', 'yinchuanshirenminzhengfuling-3'],
    ['旅办〔2020〕1号', 'lvban-2020-1'],
  ])('gives %s the address %s', (number, id) => {
    expect(idOfNumber(number)).toBe(id);
  });

  test.each(['第12号', '××〔2020〕×号', ''])('gives %j none', (number) => {
    expect(idOfNumber(number)).toBeNull();
  });
});

describe('pinyinOf', () => {
  test('reads each character by itself, whatever its neighbours', () => {
    expect(pinyinOf('重庆')).toBe(pinyinOf('重') + pinyinOf('庆'));
    expect(pinyinOf('吕')).toBe('lv');
    expect(pinyinOf('（）〔〕 ')).toBe('');
  });
});
