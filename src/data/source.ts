import { wordsOf } from '../i18n/index.ts';
import { lineId, type Language } from '../lib/address.ts';
import { loadArchive } from './archive.ts';
import { rowsOf } from './blocks.ts';
import { gazetteNamed, noticesOf } from './gazettes.ts';
import { furnitureLines } from './line-places.ts';
import { href } from './links.ts';
import type { GazetteRecord } from './model.ts';
import { gazetteLabel, printed, printedLang, type Label } from './names.ts';
import { renderedNotice } from './rendered.ts';
import { sourceLines } from './sources.ts';

/** A line of a gazette's text. */
export interface SourceLine {
  id: string;
  number: number;
  text: string;
  /** Where the line belongs to the gazette alone: what it is, on the first line of a run; empty on those after it. */
  furniture: string | null;
}

/** Lines that were read together, and what was read from them. */
export interface SourceRow {
  lines: SourceLine[];
  /** HTML of the blocks; empty for the head, which is shown apart. */
  html: string;
  /** Ways to the blocks on the page of the notice. */
  blocks: { href: string; name: string; n: number }[];
}

/** The lines a notice was read from, each run of them beside the blocks it became. */
export async function sourcePage(lang: Language, id: string) {
  const archive = await loadArchive();
  const notice = archive.notice(id);
  const { t } = wordsOf(lang);
  const { title, docNumber, source } = notice.data;
  const { startLine, endLine } = source;
  const { masked = [] } = notice.gazette.reading;
  const back = href({ kind: 'notice', lang, id });
  const { text: gazette } = gazetteLabel(lang, notice.gazette);
  const lines = await linesOf(lang, notice.gazette);
  if (endLine > lines.length || startLine > endLine) {
    throw new Error(
      `${notice.file}: source: unexpected lines ${startLine}-${endLine}, expected lines of 1-${lines.length}`,
    );
  }
  const { blocks } = renderedNotice(lang, notice, null);
  return {
    page: { kind: 'source', lang, id } as const,
    title,
    titleLang: printedLang(lang),
    number: docNumber,
    back,
    gazette: gazetteLabel(lang, notice.gazette),
    lead: t('source.lead', { gazette, from: String(startLine), to: String(endLine) }),
    masked: masked.some(({ line, endLine: last }) => line <= endLine && last >= startLine),
    rows: rowsOf(notice).map(({ first, last, numbers }): SourceRow => ({
      lines: lines.slice(first - 1, last),
      html: numbers.map(({ n }) => blocks[n - 1] ?? '').join('\n'),
      blocks: numbers.map((block) => ({
        href: `${back}#${block.id}`,
        name: t('source.paragraph', { n: block.n }),
        n: block.n,
      })),
    })),
  };
}

/** The lines of a gazette that belong to no notice, and in the place of each notice a way to its own lines. */
export async function gazetteSourcePage(lang: Language, id: string) {
  const archive = await loadArchive();
  const gazette = gazetteNamed(archive, id);
  const { t } = wordsOf(lang);
  const lines = await linesOf(lang, gazette);
  const parts: ({ lines: SourceLine[] } | { notice: Label; place: string })[] = [];
  let next = 1;
  const linesUpTo = (last: number) => {
    const run = lines.slice(next - 1, last);
    if (run.some(({ text }) => text.trim() !== '')) parts.push({ lines: run });
  };
  for (const { id: own, data } of noticesOf(archive, gazette)) {
    const { startLine, endLine } = data.source;
    linesUpTo(startLine - 1);
    parts.push({
      notice: printed(lang, data.title, href({ kind: 'source', lang, id: own })),
      place: t('notice.lines', { from: String(startLine), to: String(endLine) }),
    });
    next = endLine + 1;
  }
  linesUpTo(lines.length);
  const label = gazetteLabel(lang, gazette);
  return {
    page: { kind: 'gazetteSource', lang, id } as const,
    gazette: label,
    lead: t('gazetteSource.lead', { gazette: label.text }),
    whole: { text: `${id}.txt`, href: href({ kind: 'sourceText', id }), lang: null },
    parts,
  };
}

async function linesOf(lang: Language, gazette: GazetteRecord): Promise<SourceLine[]> {
  const { t } = wordsOf(lang);
  const kinds = furnitureLines(gazette.reading);
  return (await sourceLines(gazette.id)).map((text, i) => {
    const kind = kinds.get(i + 1);
    const opens = kind !== kinds.get(i);
    return {
      id: lineId(i + 1),
      number: i + 1,
      text,
      furniture: kind === undefined ? null : opens ? t(`furniture.${kind}`) : '',
    };
  });
}
