import type { Language } from '../lib/address.ts';
import type { Labels } from '../lib/search/catalog.ts';
import type { LoadedHit, Section } from './search-api.ts';
import { make, markedText } from './search-dom.ts';

/** Language of all that the gazettes printed. */
const printed = 'zh-Hans';

/** One result. */
export function resultItem(hit: LoadedHit, lang: Language, labels: Labels): HTMLLIElement {
  const facts = [
    ...(hit.number === null ? [] : [make('span', { lang: printed }, hit.number)]),
    ...hit.issuers.map((name) => make('span', { lang: printed }, name)),
    ...(hit.date === null ? [] : [make('time', { datetime: hit.date }, longDate(hit.date, lang))]),
    make('span', {}, labels.gazette[hit.gazette] ?? hit.gazette),
  ];
  return make(
    'li',
    { class: 'hit' },
    make(
      'a',
      { class: 'hit-title', href: hit.url, lang: printed },
      ...markedText(hit.titleSegments),
    ),
    make('p', { class: 'hit-facts' }, ...facts),
    hit.sections.length === 0
      ? make('p', { class: 'hit-opening', lang: printed }, hit.excerpt)
      : make('ul', { class: 'passages', lang: printed }, ...hit.sections.map(passageItem)),
  );
}

function passageItem({ url, heading, segments }: Section): HTMLLIElement {
  return make(
    'li',
    {},
    make(
      'a',
      { href: url },
      ...(heading === null ? [] : [make('span', { class: 'passage-heading' }, heading)]),
      make('span', { class: 'passage-text' }, ...markedText(segments)),
    ),
  );
}

function longDate(date: string, lang: Language): string {
  const format = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return format.format(new Date(date));
}
