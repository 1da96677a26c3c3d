import { describe, expect, test } from 'vitest';
import { plainText } from './render-blocks.ts';
import { renderPage } from './render-page.ts';
import { opensPart, paragraphRole } from './render-roles.ts';
import { renderNotice, type RenderOptions } from './render.ts';

function options(lines: readonly string[], differs: Partial<RenderOptions> = {}): RenderOptions {
  return {
    lines,
    source: '/zh/notices/a/source/',
    issuers: ['利通区人民政府'],
    addressed: true,
    words: {
      lines: (range) => `原文第 ${range} 行`,
      table: (n) => `表 ${n}`,
      tableLines: '照录原文',
      lang: 'zh-Hans',
    },
    ...differs,
  };
}

/** Visible text of HTML, for comparing with what was printed. */
function visible(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&#x3C;', '<')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#x26;', '&')
    .replaceAll('&amp;', '&')
    .trim();
}

const lineLink = (first: number, range = String(first)) =>
  `<a class="line" href="/zh/notices/a/source/#L${first}" aria-label="原文第 ${range} 行" lang="zh-Hans" data-line="${first}"></a>`;

describe('renderNotice', () => {
  test('gives each block an id by its order and a link to its first source line', () => {
    const { html, outline } = renderNotice(
      '正文一。\n\n## 一、总则\n\n正文二。',
      options(['3', '4-5', '7']),
    );
    expect(html.split('\n').filter(Boolean)).toEqual([
      `<p id="p-1">正文一。${lineLink(3)}</p>`,
      `<div class="heading"><h2 id="h-2">一、总则</h2>${lineLink(4, '4-5')}</div>`,
      `<p id="p-3">正文二。${lineLink(7)}</p>`,
    ]);
    expect(outline).toEqual([{ id: 'h-2', depth: 2, text: '一、总则' }]);
  });

  test('keeps a strong run-in heading in its paragraph', () => {
    const { html } = renderNotice('**（一）指导思想**。坚持新发展理念。', options(['1']));
    expect(html).toContain('<strong>（一）指导思想</strong>。坚持新发展理念。');
  });

  test('gives the blocks one by one, without ways to a source where there is none', () => {
    const { html, blocks } = renderNotice(
      '正文。\n\n## 一、总则',
      options(['1', '2'], { source: null }),
    );
    expect(blocks).toEqual([
      '<p id="p-1">正文。</p>',
      '<div class="heading"><h2 id="h-2">一、总则</h2></div>',
    ]);
    expect(html.split('\n').filter(Boolean)).toEqual(blocks);
  });

  test('leads from words to the remark on them, on their own line only, and adds no text', () => {
    const remarks = [{ line: 3, words: '应运', href: '#correction-1' }];
    const { blocks, html } = renderNotice(
      '成果应运。\n\n**成果应运**，又应运。',
      options(['1', '3-4'], { remarks }),
    );
    const link = '<a class="remark" href="#correction-1">应运</a>';
    expect(blocks[0]).toContain('成果应运。');
    expect(blocks[1]).toContain(`<strong>成果${link}</strong>，又应运。`);
    expect(visible(html)).toBe('成果应运。\n成果应运，又应运。');
  });

  test('leaves words alone that the text does not hold', () => {
    const remarks = [{ line: 1, words: '别的', href: '#note-1' }];
    expect(renderNotice('正文。', options(['1'], { remarks })).html).not.toContain('remark');
  });

  test('sets a table in a region that scrolls and can be reached by keyboard', () => {
    const { html } = renderNotice('| 地区 |  |\n| --- | --- |\n| 利通区 | 6.7 |', options(['1-3']));
    expect(html).toContain(
      '<div id="p-1" class="table"><section class="scroll" tabindex="0" aria-label="表 1"',
    );
    expect(html).toContain('<th scope="col">地区</th>');
    expect(html).toContain('<td></td>');
    expect(html).toContain('<td class="number">6.7</td>');
  });

  test('sets columns of numbers and of sentences, and lets a name run over its row', () => {
    const long = '甲'.repeat(30);
    const rows = [
      '序号 | 单位 | 数',
      '- | - | -',
      '一、乙类 | |',
      `1 | ${long} | 5`,
      '2 | 丙局 | 6',
    ];
    const { html } = renderNotice(rows.map((row) => `| ${row} |`).join('\n'), options(['1-5']));
    expect(html).toContain('<td colspan="3">一、乙类</td>');
    expect(html).toContain(`<td class="long">${long}</td>`);
    expect(html).toContain('<td class="number">5</td>');
    expect(html).toContain('<th scope="col" class="number">数</th>');
  });

  test('sets a head of two rows as it was printed', () => {
    const { html } = renderNotice(
      '| 指标 | 5月/产量 | /增长 | 备注 |\n| - | - | - | - |\n| 水泥 | 甲 | 乙 | 丙 |',
      options(['1-3']),
    );
    expect(html).toContain(
      '<tr><th scope="col" rowspan="2">指标</th><th scope="colgroup" colspan="2">5月</th><th scope="col" rowspan="2">备注</th></tr>\n' +
        '<tr><th scope="col">产量</th><th scope="col">增长</th></tr>',
    );
  });

  test.each(['县/区 | 元/吨', '县/区/乡 | /镇', '/县 | 乡'])(
    'leaves a head whose names bear strokes of their own: %s',
    (head) => {
      const { html } = renderNotice(`| ${head} |\n| - | - |\n| 甲 | 乙 |`, options(['1-3']));
      for (const name of head.split(' | ')) expect(html).toContain(`<th scope="col">${name}</th>`);
    },
  );

  test('leaves the empty cells of a form', () => {
    const { html } = renderNotice(
      '| 姓名 | | |\n| - | - | - |\n| 电话 | | |\n| 甲 | 乙 | 丙 |',
      options(['1-4']),
    );
    expect(html).not.toContain('colspan');
  });

  test('shows the lines of a table that could not be rebuilt, and says so', () => {
    const { html } = renderNotice('```table-lines\n序号  任务\n1  <b>\n```', options(['1-2']));
    expect(html).toContain('<figcaption lang="zh-Hans">照录原文</figcaption>');
    expect(html).toContain('<pre>序号  任务\n1  &#x3C;b></pre>');
  });

  test('sets signature, date, addressees and note as in a printed document', () => {
    const body = '各乡镇：\n\n请执行。\n\n利通区人民政府\n\n2019年5月29日\n\n（此件公开发布）';
    const { html } = renderNotice(body, options(['1', '2', '3', '4', '5']));
    expect(
      [...html.matchAll(/<p id="p-(\d)" class="(\w+)">/g)].map(([, n, role]) => [n, role]),
    ).toEqual([
      ['1', 'addressees'],
      ['3', 'signature'],
      ['4', 'signature'],
      ['5', 'note'],
    ]);
  });

  test('refuses a body whose blocks are not as many as its line ranges', () => {
    expect(() => renderNotice('一\n\n二', options(['1']))).toThrow(
      'Unexpected 2 blocks in the body, expected 1',
    );
  });
});

describe('text of a gazette', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<!-- 注释 -->',
    '</article><h1>',
    '{{x}} ${x} <%= x %> {x}',
    '[甲](javascript:alert(1)) ![乙](http://a.example/b.png)',
    '<http://a.example> www.a.example a@a.example',
    '- 不是列表',
    '+ 不是列表',
    '1. 不是列表',
    '> 不是引文',
    '`不是代码`',
    '~~不是删除~~ ~~~',
    '---',
    '[1]: http://a.example',
    '下一行\n===',
    '&lt; 与 &'.replace('&lt;', '&amp;lt;'),
  ];

  test.each(hostile)('%j is shown as printed', (text) => {
    const { html } = renderNotice(text, options(['1'], { addressed: false }));
    const expected = text.replaceAll('&amp;', '&');
    expect(visible(html)).toBe(expected);
    expect(html.replace(/<a class="line"[^>]*><\/a>/, '')).toMatch(/^<p id="p-1">[^<]*<\/p>\s*$/);
  });

  test('a heading may hold anything too', () => {
    const { html, outline } = renderNotice('## <script>{{x}}', options(['1']));
    expect(html).toContain('&#x3C;script>{{x}}</h2>');
    expect(outline[0]?.text).toBe('<script>{{x}}');
  });
});

describe('plainText', () => {
  test('gives blocks apart by blank lines and cells by tabs', () => {
    expect(plainText('## 一、\n\n1\\. 甲 **乙**\n\n| a | b |\n| - | - |\n| c | d |')).toBe(
      '一、\n\n1. 甲 乙\n\na\tb\nc\td',
    );
  });
});

describe('paragraphRole', () => {
  const context = { issuers: ['利通区人民政府'], addressed: true };
  test.each([
    ['利通区人民政府', 5, 'signature'],
    ['2019年5月29日', 6, 'signature'],
    ['二○○八年三月五日', 6, 'signature'],
    ['（此件公开发布）', 7, 'note'],
    ['(此件主动公开)', 7, 'note'],
    ['各乡镇人民政府：', 1, 'addressees'],
    ['各乡镇人民政府：', 2, null],
    ['2019年5月29日起施行。', 6, null],
    ['利通区人民政府办公室', 5, null],
    ['请认真贯彻执行。', 2, null],
  ])('takes %s at place %i for %s', (text, position, role) => {
    expect(paragraphRole(text, position, context)).toBe(role);
  });
});

describe('opensPart', () => {
  test.each([
    ['实施方案', 2, true],
    ['第一章 总则', 2, true],
    ['2020年工作要点', 2, true],
    ['一、总则', 2, false],
    ['（一）目标', 2, false],
    ['1.目标', 2, false],
    ['第一条', 2, false],
    ['实施方案', 3, false],
  ])('%s at depth %i: %s', (text, depth, expected) => {
    expect(opensPart(text, depth)).toBe(expected);
  });
});

describe('renderPage', () => {
  test('puts internal addresses under the base and leaves fragments alone', () => {
    expect(renderPage('[a](/zh/data/) [b](#c)', '/x/')).toBe(
      '<p><a href="/x/zh/data/">a</a> <a href="#c">b</a></p>',
    );
  });

  test('marks Chinese words where the page is in another language', () => {
    expect(renderPage('Try **教育** or 资金.', '/', true)).toBe(
      '<p>Try <strong><span lang="zh-Hans">教育</span></strong> or <span lang="zh-Hans">资金</span>.</p>',
    );
    expect(renderPage('试试**教育**。', '/')).toBe('<p>试试<strong>教育</strong>。</p>');
  });
});
