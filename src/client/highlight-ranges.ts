import { findRanges, type Analyzer } from '../lib/search/analyze.ts';

/** What holds text that a fragment does not cross, as in the index: see `Block` of the search records. */
const blocks = 'p, h1, h2, h3, h4, h5, h6, th, td, pre, li';

/** Where folded fragments stand in an element, in the order of the text. */
export function fragmentRanges(
  root: HTMLElement,
  fragments: readonly string[],
  analyzer: Analyzer,
): Range[] {
  return [...root.querySelectorAll<HTMLElement>(blocks)]
    .filter((block) => block.querySelector(blocks) === null)
    .flatMap((block) => rangesInBlock(block, fragments, analyzer));
}

/** A fragment may begin in one text node and end in another: a run-in heading is an element of its own. */
function rangesInBlock(
  block: HTMLElement,
  fragments: readonly string[],
  analyzer: Analyzer,
): Range[] {
  const nodes: { node: Text; start: number }[] = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    nodes.push({ node, start: text.length });
    text += node.data;
  }
  const folded = analyzer.foldWithOffsets(text);
  return fragments
    .flatMap((fragment) => findRanges(folded, fragment))
    .sort(([a], [b]) => a - b)
    .flatMap(([start, end]) => {
      const first = nodes.findLast((entry) => entry.start <= start);
      const last = nodes.findLast((entry) => entry.start < end);
      if (!first || !last) return [];
      const range = new Range();
      range.setStart(first.node, start - first.start);
      range.setEnd(last.node, end - last.start);
      return [range];
    });
}
