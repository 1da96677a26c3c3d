import type { SearchWords } from '../i18n/search.ts';
import { isLanguage, type Language } from '../lib/address.ts';
import type { Labels } from '../lib/search/catalog.ts';
import { facets } from '../lib/search/facets.ts';
import { fill } from '../lib/search/fill.ts';
import type { Named } from '../lib/search/names.ts';
import { readPeriod } from '../lib/search/period.ts';
import type { LoadedHit, SearchResult } from './search-api.ts';
import { make, part } from './search-dom.ts';
import { downloadHits } from './search-download.ts';
import { facetChoices } from './search-facets.ts';
import { moveAmongResults } from './search-keys.ts';
import { forgetSearches, keepSearch, recentSearches } from './search-recent.ts';
import { resultItem } from './search-results.ts';
import {
  isAsking,
  isNarrowed,
  readState,
  step,
  withoutFilters,
  writeState,
  type SearchState,
} from './search-state.ts';

type Api = typeof import('./search-api.ts');

/** What a search needs beside the reader's words. */
interface Tools {
  api: Api;
  labels: Labels;
}

/** Time without a key after which a query is run, in milliseconds: less than a reader notices. */
const pause = 90;

/** Departments and the like suggested at most. */
const suggestions = 4;

/** The search page: runs what its address and its fields ask for, and shows the answer. */
class GongbaoSearch extends HTMLElement {
  #state: SearchState = readState('');
  /** Counts the queries; only the answer to the last one is shown. */
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tools: Promise<Tools> | undefined;
  /** How often the search module has failed to arrive since it last did. */
  #failures = 0;
  /** True where the reader has settled on what is shown: what is typed next is another search, to come back from. */
  #settled = true;
  /** The last answer, for its download. */
  #last: { result: SearchResult; labels: Labels } | undefined;
  /** Facets whose full list is open. */
  readonly #open = new Set<string>();

  connectedCallback(): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      keepSearch(this.#field.value);
      this.#settled = true;
      this.#ask({ query: this.#field.value, shown: step }, 'push');
      this.#field.select();
    });
    this.#field.addEventListener('input', (event) => {
      // Half-typed pinyin is not yet what the reader means; the end of it comes as an event of its own.
      if (event instanceof InputEvent && event.isComposing) return;
      this.#typed();
    });
    this.#field.addEventListener('compositionend', () => {
      this.#typed();
    });
    this.addEventListener('change', (event) => {
      this.#changed(event.target);
    });
    this.addEventListener('click', (event) => {
      if (event.target instanceof HTMLElement) this.#pressed(event.target);
    });
    this.addEventListener('toggle', this.#toggled.bind(this), true);
    this.addEventListener('keydown', (event) => {
      moveAmongResults(event, this.#field, this.#list);
    });
    addEventListener('popstate', () => {
      this.#show(readState(location.search));
    });
    this.hidden = false;
    this.#show(readState(location.search));
    // The page is painted first; then the engine is fetched, so that the first query finds it ready.
    requestIdleCallbackOrSoon(() => {
      this.#ready().catch(() => undefined);
    });
  }

  get #form(): HTMLFormElement {
    return part(this, 'form', HTMLFormElement);
  }

  get #field(): HTMLInputElement {
    return part(this, 'input[name=q]', HTMLInputElement);
  }

  get #list(): HTMLOListElement {
    return part(this, '.hits', HTMLOListElement);
  }

  get #lang(): Language {
    return isLanguage(this.dataset.lang) ? this.dataset.lang : 'zh';
  }

  /** Messages that our own page wrote from the same dictionary. */
  get #words(): SearchWords {
    return JSON.parse(this.dataset.words ?? '{}') as SearchWords;
  }

  /** Fetches the search module and the names of the facets' values; a failure is forgotten, to be tried again. */
  #ready(): Promise<Tools> {
    this.#tools ??= this.#fetchTools().catch((error: unknown) => {
      this.#tools = undefined;
      throw error;
    });
    return this.#tools;
  }

  async #fetchTools(): Promise<Tools> {
    const address = new URL('search/api.js', new URL(this.dataset.root ?? '/', location.href));
    // A browser remembers that a module failed, so it is asked for by another name.
    if (this.#failures > 0) address.search = String(this.#failures);
    this.#failures += 1;
    const api = (await import(/* @vite-ignore */ address.href)) as Api;
    this.#failures = 0;
    return { api, labels: await api.labels(this.#lang) };
  }

  #typed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#field.value.trim() === this.#state.query.trim()) return;
      this.#ask({ query: this.#field.value, shown: step }, this.#settled ? 'push' : 'replace');
      this.#settled = false;
    }, pause);
  }

  #changed(target: EventTarget | null): void {
    if (target instanceof HTMLInputElement && target.type === 'checkbox') {
      const facet = facets.find((name) => name === target.name);
      if (!facet) return;
      const others = this.#state.filters[facet].filter((value) => value !== target.value);
      const chosen = target.checked ? [...others, target.value] : others;
      const filters = { ...this.#state.filters, [facet]: chosen };
      this.#ask({ filters, shown: step }, 'push');
    } else if (target instanceof HTMLInputElement && target.type === 'date') {
      this.#ask({ [target.name]: target.value, shown: step }, 'push');
    } else if (target instanceof HTMLSelectElement) {
      const { sort } = readState(`?sort=${target.value}`);
      this.#ask({ sort, shown: step }, 'push');
    }
  }

  #pressed(target: HTMLElement): void {
    if (target.matches('[data-more]')) this.#ask({ shown: this.#state.shown + step }, 'replace');
    if (target.matches('[data-clear]')) this.#ask(withoutFilters(this.#state), 'push');
    if (target.matches('[data-retry]')) this.#ask({}, 'replace');
    if (target.closest('.hit a') !== null) keepSearch(this.#state.query);
    if (target.matches('[data-forget]')) {
      forgetSearches();
      this.#renderChips('.recent', []);
    }
    if (target instanceof HTMLButtonElement && target.matches('[data-csv]'))
      void this.#download(target);
    if (target.matches('[data-named]')) this.#choose(target.dataset);
    const { from, to } = target.dataset;
    if (from !== undefined && to !== undefined)
      this.#ask({ ...withoutFilters(this.#state), query: '', from, to }, 'push');
    if (target.matches('[data-try]')) {
      this.#ask({ query: target.textContent, shown: step }, 'push');
      this.#field.focus();
    }
  }

  /** The reader meant a department, type or the like by its name: all its notices are shown. */
  #choose({ named, value }: DOMStringMap): void {
    const facet = facets.find((name) => name === named);
    if (!facet || value === undefined) return;
    const { filters } = readState('');
    this.#ask({ query: '', filters: { ...filters, [facet]: [value] }, shown: step }, 'push');
  }

  #toggled({ target }: Event): void {
    if (!(target instanceof HTMLDetailsElement)) return;
    const facet = target.dataset.all;
    if (facet === undefined) return;
    if (target.open) this.#open.add(facet);
    else this.#open.delete(facet);
  }

  /** Changes what is asked for, in the address too. */
  #ask(change: Partial<SearchState>, how: 'push' | 'replace'): void {
    const state = { ...this.#state, ...change };
    const address = location.pathname + writeState(state);
    if (how === 'push' && address !== location.pathname + location.search)
      history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    this.#show(state);
  }

  /** Brings fields and results to a state. */
  #show(state: SearchState): void {
    clearTimeout(this.#timer);
    this.#state = state;
    if (this.#field.value !== state.query) this.#field.value = state.query;
    part(this, 'select', HTMLSelectElement).value = state.sort;
    part(this, 'input[name=from]', HTMLInputElement).value = state.from;
    part(this, 'input[name=to]', HTMLInputElement).value = state.to;
    void this.#run();
  }

  async #run(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const state = this.#state;
    if (!isAsking(state)) {
      this.removeAttribute('aria-busy');
      this.#render('idle');
      return;
    }
    this.setAttribute('aria-busy', 'true');
    if (this.dataset.outcome === 'idle' || this.dataset.outcome === 'failed')
      this.#render('asking');
    try {
      const { api, labels } = await this.#ready();
      if (turn !== this.#turn) return;
      const result = await api.search(state.query, { ...state, lang: this.#lang });
      if (turn !== this.#turn) return;
      const shown = await Promise.all(result.hits.slice(0, state.shown).map((hit) => hit.load()));
      if (turn !== this.#turn) return;
      this.#answer(result, shown, labels);
      // The answer stands without what else the query may mean.
      const [named, near] = await Promise.all([
        api.suggest(state.query).catch(nothing),
        result.relaxed ? api.near(state.query).catch(nothing) : [],
      ]);
      if (turn !== this.#turn) return;
      this.#renderChips('.suggestions', [...this.#period(), ...this.#suggestions(named, labels)]);
      this.#renderChips('.near', near.map(tryButton));
    } catch (error) {
      console.error(error);
      if (turn === this.#turn) this.#render('failed');
    } finally {
      if (turn === this.#turn) this.removeAttribute('aria-busy');
    }
  }

  #answer(result: SearchResult, shown: readonly LoadedHit[], labels: Labels): void {
    const { total, relaxed, cited } = result;
    this.#last = { result, labels };
    const words = this.#words;
    const list = this.#list;
    // Growing keeps what is there, so that neither the place on the page nor the focus is lost.
    const same = list.dataset.query === writeState({ ...this.#state, shown: step });
    const have = same ? list.childElementCount : 0;
    const items = shown.slice(have).map((hit) => resultItem(hit, this.#lang, labels));
    if (have > 0) {
      list.append(...items);
      // The button that asked for more may be gone; the first new result is where the reader goes on.
      items[0]?.querySelector('a')?.focus({ preventScroll: true });
    } else list.replaceChildren(...items);
    list.dataset.query = writeState({ ...this.#state, shown: step });
    this.#renderFacets(result, labels);
    const counted =
      cited === null
        ? fill(words[total === 1 ? 'count.one' : 'count.other'], { n: total })
        : fill(words.cited, { n: total, number: cited });
    const query = this.#state.query.trim();
    const none = noneFound(query, isNarrowed(this.#state), words);
    const loose = fill(words.relaxed, { n: total });
    this.#render(
      total === 0 ? 'none' : 'some',
      total === 0 ? none : relaxed ? loose : counted,
      relaxed,
    );
    const more = part(this, '[data-more]', HTMLButtonElement);
    more.hidden = total <= shown.length;
    more.textContent = fill(words.more, { n: Math.min(step, total - shown.length) });
  }

  /** Saves the results; the button rests meanwhile. */
  async #download(button: HTMLButtonElement): Promise<void> {
    if (!this.#last) return;
    const { result, labels } = this.#last;
    button.disabled = true;
    try {
      await downloadHits(result.hits, labels, this.#words);
    } catch (error) {
      console.error(error);
      part(this, '[role=status]', HTMLElement).textContent = this.#words.failed;
    } finally {
      button.disabled = false;
    }
  }

  #renderFacets({ total, facets: counts }: SearchResult, labels: Labels): void {
    const holder = part(this, '.facets', HTMLElement);
    const focused = document.activeElement;
    const key =
      focused instanceof HTMLInputElement && holder.contains(focused)
        ? `input[name="${focused.name}"][value="${focused.value}"]`
        : null;
    const { filters } = this.#state;
    holder.replaceChildren(
      ...facetChoices({ total, counts, filters, labels, words: this.#words, open: this.#open }),
    );
    if (key !== null) holder.querySelector<HTMLInputElement>(key)?.focus();
  }

  /** The day or month that the query is, as dates of documents. */
  #period(): HTMLElement[] {
    const { query } = this.#state;
    const period = readPeriod(query);
    if (!period) return [];
    const text = `${this.#words.dated} · ${query.trim()}`;
    return [
      make('button', { type: 'button', 'data-from': period.from, 'data-to': period.to }, text),
    ];
  }

  /** Departments, types and the like that the query names and that are not chosen yet. */
  #suggestions(named: readonly Named[], labels: Labels): HTMLElement[] {
    return named
      .filter(({ facet, value }) => !this.#state.filters[facet].includes(value))
      .slice(0, suggestions)
      .map(({ facet, value }) => {
        const text = `${this.#words[`facet.${facet}`]} · ${labels[facet][value] ?? value}`;
        const button = make('button', { type: 'button', 'data-named': facet }, text);
        button.dataset.value = value;
        return button;
      });
  }

  /** Fills a row of buttons; an empty one is not shown. */
  #renderChips(row: string, buttons: readonly HTMLElement[]): void {
    const holder = part(this, row, HTMLElement);
    const items = buttons.map((button) => make('li', {}, button));
    part(holder, 'ul', HTMLUListElement).replaceChildren(...items);
    holder.hidden = items.length === 0;
  }

  /** Shows what belongs to an outcome and tells it to screen readers. */
  #render(
    outcome: 'idle' | 'asking' | 'some' | 'none' | 'failed',
    status = '',
    relaxed = false,
  ): void {
    this.dataset.outcome = outcome;
    this.toggleAttribute('data-relaxed', relaxed);
    this.toggleAttribute('data-narrowed', isNarrowed(this.#state));
    if (outcome === 'idle') this.#renderChips('.recent', recentSearches().map(tryButton));
    if (outcome === 'idle' || outcome === 'failed')
      for (const row of ['.suggestions', '.near']) this.#renderChips(row, []);
    if (outcome !== 'some') {
      this.#list.replaceChildren();
      delete this.#list.dataset.query;
    }
    part(this, '[role=status]', HTMLElement).textContent =
      outcome === 'failed' ? this.#words.failed : status;
  }
}

/** Says that nothing was found, and why that may be. */
function noneFound(query: string, narrowed: boolean, words: SearchWords): string {
  if (query === '') return words['none.unasked'];
  const none = fill(words[narrowed ? 'none.filtered' : 'none'], { query });
  return /\p{Script=Han}/u.test(query) ? none : `${none} ${words['hint.chinese']}`;
}

/** A button that searches for its text. */
function tryButton(query: string): HTMLElement {
  return make('button', { type: 'button', 'data-try': '' }, query);
}

/** What is only a help is left out where it cannot be fetched. */
function nothing(error: unknown): [] {
  console.warn(error);
  return [];
}

/** Safari has no idle callback. */
function requestIdleCallbackOrSoon(run: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 1000 });
  else setTimeout(run, 200);
}

customElements.define('gongbao-search', GongbaoSearch);
