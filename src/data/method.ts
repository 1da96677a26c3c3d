import { formatNumber, wordsOf } from '../i18n/index.ts';
import type { Language } from '../lib/address.ts';
import { renderPage } from '../lib/markdown/render-page.ts';
import {
  labelledNoticesSchema,
  labelledSamplesSchema,
  labelSourcesSchema,
} from '../lib/schema/labels.ts';
import { metrics, scoreGazette, tally, type Tally } from '../lib/score.ts';
import { loadArchive, loadPage } from './archive.ts';
import { noticesOf } from './gazettes.ts';
import { href } from './links.ts';
import type { Archive } from './model.ts';
import { gazetteLabel } from './names.ts';
import { sourceLines } from './sources.ts';

/** The hand-made labels, by the names of their files. */
const labelFiles: Record<string, unknown> = import.meta.glob('/content/labels/*.json', {
  eager: true,
  import: 'default',
});

/** How gazettes are read, and how well: the score is made anew by every build from the notices that it shows. */
export async function methodPage(lang: Language) {
  const { title, description, body } = await loadPage(`${lang}/method`);
  const { t } = wordsOf(lang);
  const archive = await loadArchive();
  const scores = await scoresOf(archive);
  return {
    page: { kind: 'method', lang } as const,
    title,
    description,
    html: renderPage(body, href({ kind: 'root' }), lang !== 'zh'),
    gazettes: scores.map(({ gazette }) => gazetteLabel(lang, gazette)),
    rows: metrics
      .filter((metric) =>
        scores.some(({ tallies }) => tallies.some((own) => own.metric === metric)),
      )
      .map((metric) => ({
        name: t(`score.${metric}`),
        cells: scores.map(({ tallies }) =>
          shareText(
            lang,
            tallies.find((own) => own.metric === metric),
          ),
        ),
      })),
    readings: archive.gazettes.map((gazette) => ({
      ...gazetteLabel(lang, gazette),
      href: href({ kind: 'reading', lang, id: gazette.id }),
    })),
  };
}

/** `14 / 15`: right of all that were labelled; null where nothing was. */
function shareText(lang: Language, found: Tally | undefined): string | null {
  return found === undefined
    ? null
    : `${formatNumber(lang, found.hit)} / ${formatNumber(lang, found.total)}`;
}

/** The score of each gazette of the archive that was labelled by hand. */
async function scoresOf(archive: Archive) {
  const label = (name: string) => labelFiles[`/content/labels/${name}.json`];
  const sources = Object.entries(labelSourcesSchema.parse(label('sources')));
  const scores = await Promise.all(
    sources.map(async ([name, id]) => {
      const gazette = archive.gazettes.find((own) => own.id === id);
      if (gazette === undefined) return [];
      const labels = {
        notices: labelledNoticesSchema.parse(label(`${name}.notices`)),
        samples: labelledSamplesSchema.parse(label(`${name}.samples`)),
      };
      const outcomes = scoreGazette(labels, {
        lines: await sourceLines(id),
        furniture: gazette.reading.furniture,
        notices: noticesOf(archive, gazette),
      });
      return [{ gazette, tallies: tally(outcomes) }];
    }),
  );
  return scores.flat();
}
