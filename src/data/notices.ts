import { formatNumber, wordsOf } from '../i18n/index.ts';
import type { Language } from '../lib/address.ts';
import { loadArchive } from './archive.ts';
import { newestFirst } from './model.ts';
import { cardsByYear, plain, yearLabel } from './names.ts';

/** How many notices of a year the page of all notices shows; the rest stand on the year's own page. */
const shown = 50;

/** Every year with its newest notices, and a link to the rest. */
export async function noticesPage(lang: Language) {
  const archive = await loadArchive();
  const { t, n } = wordsOf(lang);
  const groups = cardsByYear(archive, lang, newestFirst(archive.notices));
  return {
    page: { kind: 'notices', lang } as const,
    facts: [plain(n('notices', archive.notices.length))],
    years: archive.years.map((year) => yearLabel(lang, year)),
    groups: groups.map(({ title, cards }) => ({
      title,
      cards: cards.slice(0, shown),
      more:
        cards.length <= shown
          ? null
          : {
              ...title,
              text: t('notices.more', { year: title.text, n: formatNumber(lang, cards.length) }),
            },
    })),
  };
}
