import type { Node } from 'unist';
import { describe, expect, test } from 'vitest';
import { parseLines } from '../parse/lines.ts';
import { span } from './build.ts';
import { assertLaws } from './laws.ts';
import type { GazetteTree, Line, Paragraph } from './types.ts';

const source = '甲关于\n\n  乙的通知\n第一条';

/** A lawful tree: the first two lines in a paragraph, the third by itself. */
function lawful(): { tree: GazetteTree; paragraph: Paragraph; lines: Line[] } {
  const tree = parseLines(source);
  const lines = tree.children.filter((node) => node.type === 'line');
  const children = lines.slice(0, 2);
  const paragraph: Paragraph = { type: 'paragraph', children, position: span(children) };
  const notice = {
    type: 'notice' as const,
    kind: 'notice' as const,
    children: [paragraph, ...lines.slice(2)],
    position: span(lines),
  };
  tree.children = [notice];
  return { tree, paragraph, lines };
}

/** A lawful tree with one fault. */
function broken(change: (parts: ReturnType<typeof lawful>) => void): Node {
  const parts = lawful();
  change(parts);
  return parts.tree;
}

/** The `n`-th item of a list that has one. */
function nth<T>(list: readonly T[], n: number): T {
  const item = list[n];
  if (item === undefined) throw new Error(`unexpected list of ${list.length}`);
  return item;
}

describe('assertLaws', () => {
  test('lets a lawful tree pass', () => {
    expect(() => {
      assertLaws(lawful().tree, source);
    }).not.toThrow();
  });

  test.each<[string, (parts: ReturnType<typeof lawful>) => void, string]>([
    [
      'a leaf whose value is not its source slice',
      ({ lines }) => {
        nth(lines, 1).value = '乙之通知';
      },
      'unexpected `line` at line 3, expected its value to equal the source from 7 to 11',
    ],
    [
      'a leaf without a value',
      ({ paragraph }) => {
        const bare: Node = { type: 'break', position: span(paragraph.children) };
        paragraph.children = [bare as Line];
      },
      'unexpected `break` at line 1, expected a leaf with a value',
    ],
    [
      'a node without a position',
      ({ lines }) => {
        delete nth(lines, 0).position;
      },
      'unexpected `line` without a position',
    ],
    [
      'a node that ends before it begins',
      ({ lines }) => {
        const { position } = nth(lines, 0);
        if (position) nth(lines, 0).position = { start: position.end, end: position.start };
      },
      'unexpected `line` at line 1, expected an end after its start',
    ],
    [
      'siblings out of order',
      ({ paragraph }) => {
        paragraph.children.reverse();
      },
      'expected no text lost before it',
    ],
    [
      'a leaf that stands twice',
      ({ paragraph, lines }) => {
        paragraph.children.splice(1, 0, nth(lines, 0));
      },
      'expected to stand after its sibling and inside its parent',
    ],
    [
      'a parent that ends before its last child',
      ({ paragraph, lines }) => {
        paragraph.position = span(lines.slice(0, 1));
      },
      'unexpected `paragraph` at line 1, expected to span its children',
    ],
    [
      'a parent that begins after its first child',
      ({ paragraph, lines }) => {
        paragraph.position = span(lines.slice(1, 2));
      },
      'unexpected `line` at line 1, expected to stand after its sibling and inside its parent',
    ],
    [
      'a first line in no leaf',
      ({ paragraph, lines }) => {
        paragraph.children = lines.slice(1, 2);
      },
      'unexpected `line` at line 3, expected no text lost before it',
    ],
    [
      'a last line in no leaf',
      ({ tree }) => {
        tree.children = tree.children.map((node) =>
          node.type === 'notice' ? { ...node, children: node.children.slice(0, 1) } : node,
        );
      },
      'unexpected `gazette` at line 1, expected no text lost at its end',
    ],
    [
      'a character of a line in no leaf',
      ({ lines }) => {
        const line = nth(lines, 1);
        const place = line.position;
        if (!place) return;
        line.value = line.value.slice(1);
        line.position = {
          ...place,
          start: { ...place.start, offset: (place.start.offset ?? 0) + 1 },
        };
      },
      'unexpected `line` at line 3, expected no text lost before it',
    ],
    [
      'an invented leaf',
      ({ paragraph, lines }) => {
        const { position, data } = nth(lines, 0);
        if (position)
          paragraph.children.splice(1, 0, {
            type: 'line',
            value: '同意',
            data,
            position: { start: position.end, end: position.end },
          });
      },
      'unexpected `line` at line 1, expected its value to equal the source from 3 to 3',
    ],
  ])('throws at %s', (_, change, message) => {
    expect(() => {
      assertLaws(broken(change), source);
    }).toThrow(message);
  });

  test('throws where the source holds more than the tree', () => {
    expect(() => {
      assertLaws(lawful().tree, `${source}同意`);
    }).toThrow('expected no text lost at its end');
  });
});
