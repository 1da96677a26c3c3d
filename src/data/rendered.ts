import { tagOf, wordsOf } from '../i18n/index.ts';
import type { Language } from '../lib/address.ts';
import { renderNotice, type RenderedNotice } from '../lib/markdown/render.ts';
import type { NoticeRecord } from './model.ts';
import type { Remark } from './remarks.ts';

/**
 * The body of a notice as HTML.
 *
 * @param source address of the page with its source lines, null where blocks need no way there
 * @param remarks what editors said of it; the words concerned lead there
 */
export function renderedNotice(
  lang: Language,
  { data, body, file }: NoticeRecord,
  source: string | null,
  remarks: readonly Remark[] = [],
): RenderedNotice {
  const { t } = wordsOf(lang);
  try {
    return renderNotice(body, {
      lines: data.lines,
      source,
      issuers: data.issuers.map(({ name }) => name),
      addressed: data.addressees !== null,
      remarks: remarks.flatMap(({ id, at, reason }) =>
        at === null
          ? []
          : [{ ...at, href: `#${id}`, title: reason.map((run) => run.text).join('') }],
      ),
      words: {
        lines: (range) =>
          t(range.includes('-') ? 'notice.sourceLines' : 'notice.sourceLine', { range }),
        table: (count) => t('notice.table', { n: count }),
        tableLines: t('notice.tableLines'),
        lang: tagOf[lang],
      },
    });
  } catch (cause) {
    throw new Error(`${file}: ${cause instanceof Error ? cause.message : 'not printed'}`, {
      cause,
    });
  }
}
