import { formatDate, wordsOf } from '../i18n/index.ts';
import type { Language } from '../lib/address.ts';
import { loadArchive } from './archive.ts';
import { departmentEntries } from './departments.ts';
import { gazetteEntries } from './gazettes.ts';
import { cardOf } from './names.ts';
import { newestFirst } from './model.ts';
import { regionEntries } from './regions.ts';
import { typeEntries } from './types.ts';
import { yearEntries } from './years.ts';
import { href } from './links.ts';

/** How many notices and bodies the home page names. */
const shown = { notices: 8, departments: 8 };

export async function homePage(lang: Language) {
  const archive = await loadArchive();
  const { t, n } = wordsOf(lang);
  const dates = archive.notices.flatMap(({ data }) => data.date ?? []).sort();
  const [from] = dates;
  const to = dates.at(-1);
  return {
    page: { kind: 'home', lang } as const,
    holds: [
      { text: n('gazettes', archive.gazettes.length), href: href({ kind: 'gazettes', lang }) },
      { text: n('notices', archive.notices.length), href: href({ kind: 'notices', lang }) },
      {
        text: n('departments', archive.departments.length),
        href: href({ kind: 'departments', lang }),
      },
    ],
    span:
      from === undefined || to === undefined
        ? null
        : t('home.span', { from: formatDate(lang, from), to: formatDate(lang, to) }),
    newest: newestFirst(archive.notices)
      .slice(0, shown.notices)
      .map((notice) => cardOf(archive, lang, notice)),
    ways: [
      { kind: 'gazettes', entries: gazetteEntries(archive, lang), more: false },
      {
        kind: 'departments',
        entries: departmentEntries(archive, lang).slice(0, shown.departments),
        more: archive.departments.length > shown.departments,
      },
      { kind: 'types', entries: typeEntries(archive, lang), more: false },
      { kind: 'years', entries: yearEntries(archive, lang), more: false },
      { kind: 'regions', entries: regionEntries(archive, lang), more: false },
    ] as const,
  };
}
