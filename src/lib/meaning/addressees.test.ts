import { describe, expect, test } from 'vitest';
import { readAddressees } from './addressees.ts';

describe('readAddressees', () => {
  test.each([
    ['各乡镇人民政府，区直各部门，各人民团体：', ['各乡镇人民政府', '区直各部门', '各人民团体']],
    [
      '区直各党委(党组)、党工委、总支、支部，各部门:',
      ['区直各党委(党组)', '党工委', '总支', '支部', '各部门'],
    ],
    [
      '各县(市、区)人民政府,各工(农)业园区管委会;市直各部门：',
      ['各县(市、区)人民政府', '各工(农)业园区管委会', '市直各部门'],
    ],
    ['各乡镇、 区直各部门：', ['各乡镇', '区直各部门']],
    ['各县、市、区人民政府，各乡、镇人民政府：', ['各县、市、区人民政府', '各乡、镇人民政府']],
    ['区委：', ['区委']],
    ['', []],
    ['：', []],
  ])('parts %j and leaves brackets whole', (text, names) => {
    expect(readAddressees(text)).toEqual(names);
  });
});
