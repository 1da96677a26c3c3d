import { describe, expect, test } from 'vitest';
import { renderNotice } from './render.ts';

function html(
  body: string,
  lines: string[],
  ...remarks: readonly (readonly [line: number, words: string])[]
): string {
  return renderNotice(body, {
    lines,
    source: null,
    issuers: [],
    addressed: false,
    remarks: remarks.map(([line, words]) => ({ line, words, href: '#c', title: '漏字' })),
    words: { lines: String, table: String, tableLines: '照录原文', lang: 'zh-Hans' },
  }).html.trim();
}

const link = (text: string) => `<a class="remark" href="#c" title="漏字">${text}</a>`;

describe('renderNotice with remarks', () => {
  test('leads from the words to the remark, in the block of their line only', () => {
    expect(html('甲乙\n\n甲乙', ['3', '4-6'], [5, '甲'])).toBe(
      `<p id="p-1">甲乙</p>\n<p id="p-2">${link('甲')}乙</p>`,
    );
  });

  test('leads there over strong text and spaces', () => {
    expect(html('**（一）思想** and 党', ['3'], [3, '思想and'])).toBe(
      `<p id="p-1"><strong>（一）${link('思想')}</strong>${link(' and')} 党</p>`,
    );
  });

  test('keeps several of one block apart', () => {
    expect(html('甲乙丙', ['3'], [3, '甲'], [3, '丙'])).toBe(
      `<p id="p-1">${link('甲')}乙${link('丙')}</p>`,
    );
  });

  test('knows headings, cells, and lines that are no table', () => {
    expect(html('## 一、甲', ['1'], [1, '甲'])).toContain(`>一、${link('甲')}</h2>`);
    expect(html('| 乙 |\n| --- |\n| 甲 |', ['1-2'], [2, '甲'])).toContain(`<td>${link('甲')}</td>`);
    expect(html('```table-lines\n乙\n照录\n实施\n求是\n```', ['1-4'], [2, '照录'])).toContain(
      `<pre>乙\n${link('照录')}\n`,
    );
  });

  test('puts no link between the cells of a row', () => {
    expect(html('| 乙 | 丙 |\n| --- | --- |\n| 27 | 总计 |', ['1-2'], [2, '27\t总计'])).toMatch(
      new RegExp(`<td class="number">${link('27')}</td>\\s*<td>${link('总计')}</td>`, 'u'),
    );
  });

  test('passes over words that stand in no block', () => {
    expect(html('甲', ['3'], [3, '乙'], [9, '甲'])).toBe('<p id="p-1">甲</p>');
  });
});
