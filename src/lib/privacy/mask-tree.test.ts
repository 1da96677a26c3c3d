import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { parseLines } from '../parse/lines.ts';
import { readGazette } from '../pipeline.ts';
import { lexicon } from '../test-vocabulary.ts';
import { span, textOf } from '../tree/build.ts';
import type { Block, GazetteTree, Line } from '../tree/types.ts';
import { isIdentityNumber } from './numbers.ts';
import { maskSource } from './mask-source.ts';
import { maskTree } from './mask-tree.ts';

const none = new Set<string>();
const identity =
  Array.from('0123456789X', (last) => `64030219900307123${last}`).find(isIdentityNumber) ?? '';

/** A tree of one notice whose lines are all in one block. */
function blockOf(text: string, make: (lines: Line[]) => Block): GazetteTree {
  const tree = parseLines(text);
  const lines = tree.children.filter((node) => node.type === 'line');
  const children = [make(lines)];
  tree.children = [{ type: 'notice', kind: 'notice', children, position: span(children) }];
  return tree;
}

const paragraph = (lines: Line[]): Block => ({
  type: 'paragraph',
  children: lines,
  position: span(lines),
});
const tableLines = (lines: Line[]): Block => ({
  type: 'tableLines',
  children: lines,
  position: span(lines),
});

describe('maskTree', () => {
  test('masks a number that its paragraph breaks over two lines', () => {
    const tree = blockOf('联系电话：1389515\n\n0101。', paragraph);
    expect(maskTree(tree, none)).toEqual([{ line: 1, endLine: 3, kind: 'mobile' }]);
    expect(textOf([tree], '\n')).toBe('联系电话：138****\n0101。');
  });

  test('masks a number at a line end though the next line begins with a digit', () => {
    const tree = blockOf('电话13895150101\n2905656', paragraph);
    expect(maskTree(tree, none)).toEqual([{ line: 1, endLine: 1, kind: 'mobile' }]);
  });

  test('takes figures under figures for no number, but an identity number for one', () => {
    expect(maskTree(blockOf('1389515\n0101', tableLines), none)).toEqual([]);
    const tree = blockOf(`张三\n${identity.slice(0, 10)}\n${identity.slice(10)}`, tableLines);
    expect(maskTree(tree, none)).toEqual([{ line: 2, endLine: 3, kind: 'identity-card' }]);
  });

  test('knows from the head of a table what its cells hold', () => {
    const tree = parseLines('姓名\t联系电话\n张三\t138 9515 0101');
    const [head, body] = tree.children.filter((node) => node.type === 'line');
    if (!head || !body) throw new Error('two lines');
    const row = (line: Line) => {
      const children = [
        { type: 'cell' as const, column: 0, children: [line], position: span([line]) },
      ];
      return { type: 'row' as const, children, position: span(children) };
    };
    const rows = [row(head), row(body)];
    const table: Block = {
      type: 'table',
      head: 1,
      columns: 2,
      children: rows,
      position: span(rows),
    };
    tree.children = [
      { type: 'notice', kind: 'notice', children: [table], position: span([table]) },
    ];
    expect(maskTree(tree, none)).toEqual([{ line: 2, endLine: 2, kind: 'mobile' }]);
    expect(body.value).toBe('张三\t138 **** 0101');
  });

  test('leaves the numbers of offices', () => {
    const tree = blockOf('电话13895150101', paragraph);
    expect(maskTree(tree, new Set(['13895150101']))).toEqual([]);
  });
});

describe('maskSource', () => {
  test('masks what the lines tell and what the reader masked, and nothing else', () => {
    const text = '电话13895150101\r\n\r\n  1389515\r\n\r\n  0101。\n158 2034 1999\n';
    expect(maskSource(text, [{ line: 3, endLine: 5, kind: 'mobile' }], none)).toBe(
      '电话138****0101\r\n\r\n  138****\r\n\r\n  0101。\n158 2034 1999\n',
    );
  });

  test('is the text as received where it holds no such number', () => {
    const text = '\ufeff第一条\f\r\n　　2020年1月20日\r';
    expect(maskSource(text, [], none)).toBe(text);
  });

  test('hides every number that the reader masks in a gazette', () => {
    const piece = fc.constantFrom(
      '联系电话：',
      '13895150101',
      '1389515',
      '0101',
      identity,
      identity.slice(0, 9),
      identity.slice(9),
      '，请遵照执行',
      '。\n',
      '\n',
      '\n\n',
      '　　',
      '2905656',
    );
    const head = '甲区人民政府关于乙的通知\n甲政发〔2020〕1号\n各乡镇人民政府：\n';
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = head + pieces.join('');
        const tree = readGazette(new VFile({ path: 'a.txt', value: text }), lexicon);
        const masked = maskTree(tree, none);
        const lines = maskSource(text, masked, none).split('\n');
        const stars = lines.join('').split('*').length;
        expect(stars).toBeGreaterThanOrEqual(textOf([tree]).split('*').length);
        expect(lines.join('\n').length).toBe(text.length);
      }),
      { numRuns: 300 },
    );
  });
});
