import { wordsOf } from '../i18n/index.ts';
import { lineId, type Language } from '../lib/address.ts';
import { loadArchive } from './archive.ts';
import { placedBlocks } from './blocks.ts';
import { href } from './links.ts';
import { gazetteLabel, printedLang } from './names.ts';
import { sourceLines } from './sources.ts';

/** The lines a notice was read from, each with its number and, where a block begins, a way back to it. */
export async function sourcePage(lang: Language, id: string) {
  const archive = await loadArchive();
  const notice = archive.notice(id);
  const { t } = wordsOf(lang);
  const { startLine, endLine } = notice.data.source;
  const text = await sourceLines(notice.gazette.id);
  if (endLine > text.length || startLine > endLine) {
    throw new Error(
      `${notice.file}: source: unexpected lines ${startLine}-${endLine}, expected lines of 1-${text.length}`,
    );
  }
  const back = href({ kind: 'notice', lang, id });
  const starts = new Map(placedBlocks(notice).map((block) => [block.first, block]));
  const { text: gazette } = gazetteLabel(lang, notice.gazette);
  return {
    page: { kind: 'source', lang, id } as const,
    title: notice.data.title,
    titleLang: printedLang(lang),
    back,
    gazette: gazetteLabel(lang, notice.gazette),
    lead: t('source.lead', { gazette, from: String(startLine), to: String(endLine) }),
    lines: text.slice(startLine - 1, endLine).map((line, i) => {
      const number = startLine + i;
      const block = starts.get(number);
      return {
        id: lineId(number),
        number,
        text: line,
        block:
          block === undefined
            ? null
            : {
                href: `${back}#${block.id}`,
                name: t('source.paragraph', { n: block.n }),
                n: block.n,
              },
      };
    }),
  };
}
