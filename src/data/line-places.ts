import { wordsOf } from '../i18n/index.ts';
import { lineId, type Language } from '../lib/address.ts';
import type { Reading } from '../lib/schema/reading.ts';
import { href } from './links.ts';
import type { Archive, GazetteRecord, NoticeRecord } from './model.ts';
import type { Label } from './names.ts';

type FurnitureKind = Reading['furniture'][number]['kind'];

/** The notice that a line of a gazette stands in; null where it stands in none. */
export function noticeAt(
  archive: Archive,
  gazette: GazetteRecord,
  line: number,
): NoticeRecord | null {
  const found = archive.notices.find(
    ({ gazette: own, data: { source } }) =>
      own === gazette && source.startLine <= line && line <= source.endLine,
  );
  return found ?? null;
}

/** Where a line is shown: among those of the notice it stands in, else among those of the gazette itself. */
export function lineHref(
  archive: Archive,
  lang: Language,
  gazette: GazetteRecord,
  line: number,
): string {
  const notice = noticeAt(archive, gazette, line);
  const page =
    notice === null
      ? href({ kind: 'gazetteSource', lang, id: gazette.id })
      : href({ kind: 'source', lang, id: notice.id });
  return `${page}#${lineId(line)}`;
}

/** `原文第 12-15 行`, linked to the first of the lines. */
export function linesLabel(
  archive: Archive,
  lang: Language,
  gazette: GazetteRecord,
  first: number,
  last = first,
): Label {
  return {
    text: rangeText(lang, first, last),
    href: lineHref(archive, lang, gazette, first),
    lang: null,
  };
}

export function rangeText(lang: Language, first: number, last = first): string {
  const { t } = wordsOf(lang);
  return first === last
    ? t('notice.sourceLine', { range: String(first) })
    : t('notice.sourceLines', { range: `${first}-${last}` });
}

/** Tells of each line of a gazette which kind of furniture it is, if any. */
export function furnitureLines({ furniture }: Reading): ReadonlyMap<number, FurnitureKind> {
  return new Map(
    furniture.flatMap(({ kind, startLine, endLine }) =>
      Array.from({ length: endLine - startLine + 1 }, (_, i) => [startLine + i, kind] as const),
    ),
  );
}
