import { highlightWords, type HighlightWords } from '../i18n/highlight.ts';
import { createAnalyzer } from '../lib/search/analyze.ts';
import { unpackForms } from '../lib/search/catalog.ts';
import { fill } from '../lib/search/fill.ts';
import { fragmentRanges } from './highlight-ranges.ts';
import { make } from './search-dom.ts';
import { fetchPacked } from './search-files.ts';

/*
 * Marks the words of a search in the notice that a result leads to (`?highlight=`), and leads from one to the next.
 * The text itself is not touched: marks are custom highlights. Without them, or without words, nothing happens.
 */

const parameter = 'highlight';
const names = { all: 'search-words', current: 'search-word' };

const style = `
  ::highlight(${names.all}) {
    background-color: var(--mark); color: var(--ink); text-decoration: underline 2px var(--red);
  }
  ::highlight(${names.current}) { background-color: var(--red); color: var(--paper); }
  .highlight-bar {
    position: sticky; inset-block-end: 0.75rem; z-index: 1; display: flex; flex-wrap: wrap; align-items: center;
    gap: 0.5rem; inline-size: fit-content; max-inline-size: 100%; padding: 0.4rem 0.4rem 0.4rem 1rem;
    border: 1px solid var(--edge); border-radius: 3px; margin: 1rem auto 0; background: var(--paper);
    font: 0.94rem/1.5 var(--sans);
  }
  @media print { .highlight-bar { display: none; } }
`;

async function markSearchWords(fragments: readonly string[], text: HTMLElement): Promise<void> {
  const forms = new URL(`${import.meta.env.BASE_URL}search/forms.bin`, location.origin);
  const analyzer = createAnalyzer(unpackForms(await fetchPacked<string>(forms)));
  const ranges = fragmentRanges(text, fragments.map(analyzer.fold), analyzer);
  if (ranges.length === 0) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
  CSS.highlights.set(names.all, new Highlight(...ranges));
  const { lang } = document.documentElement;
  text.after(bar(ranges, highlightWords[lang.startsWith('zh') ? 'zh' : 'en']));
}

/** The bar with its buttons. */
function bar(ranges: readonly Range[], words: HighlightWords): HTMLElement {
  let at = -1;
  const place = make('span', { role: 'status' }, fill(words.count, { n: ranges.length }));
  const go = (to: number): void => {
    at = (to + ranges.length) % ranges.length;
    const range = ranges[at];
    if (!range) return;
    CSS.highlights.set(names.current, new Highlight(range));
    place.textContent = fill(words.place, { at: at + 1, n: ranges.length });
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  };
  const button = (text: string, press: () => void): HTMLButtonElement => {
    const element = make('button', { type: 'button' }, text);
    element.addEventListener('click', press);
    return element;
  };
  const whole = make(
    'div',
    { class: 'highlight-bar', role: 'group', 'aria-label': words.label },
    place,
    button(words.previous, () => {
      go(at < 0 ? firstAfterTarget(ranges) - 1 : at - 1);
    }),
    button(words.next, () => {
      go(at < 0 ? firstAfterTarget(ranges) : at + 1);
    }),
    button(words.off, () => {
      for (const name of Object.values(names)) CSS.highlights.delete(name);
      whole.remove();
      const address = new URL(location.href);
      address.searchParams.delete(parameter);
      history.replaceState(history.state, '', address);
    }),
  );
  return whole;
}

/** The reader came to one paragraph: the first word is the first one there. */
function firstAfterTarget(ranges: readonly Range[]): number {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return 0;
  const found = ranges.findIndex((range) => range.comparePoint(target, 0) <= 0);
  return Math.max(found, 0);
}

const fragments = new URLSearchParams(location.search).getAll(parameter);
const text = document.querySelector<HTMLElement>('[data-notice-text]');
if (fragments.length > 0 && text && 'highlights' in CSS)
  // Marks are a help, not the page: without them the text stands as it is.
  markSearchWords(fragments, text).catch((error: unknown) => {
    console.warn(error);
  });
