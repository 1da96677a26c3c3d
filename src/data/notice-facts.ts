import { formatDate, wordsOf, type MessageKey } from '../i18n/index.ts';
import { lineId, type Language } from '../lib/address.ts';
import type { Notice } from '../lib/schema/notice.ts';
import { lineHref, linesLabel, rangeText } from './line-places.ts';
import { href } from './links.ts';
import type { Archive, NoticeRecord } from './model.ts';
import { gazetteLabel, issuerLabels, plain, printed, typeLabel, type Label } from './names.ts';
import { fieldName } from './remarks.ts';

/** A row of the block at the head of a page; without values it is shown as not stated in the source. */
export interface Fact {
  label: MessageKey;
  values: Label[];
  /** True where the value may be long and wants the whole width. */
  wide: boolean;
  /** Where the value was read, or how it was found. */
  evidence?: Evidence | null;
  /** What the value does not say, linked to where it is explained. */
  caution?: Label;
}

export interface Evidence {
  text: string;
  /** What `text` means, in words. */
  name: string;
  href: string | null;
}

type EvidenceField = keyof Notice['evidence'];

/** The rows whose place in the source is recorded, and the field it is recorded for. */
const evidenceFields: Partial<Record<MessageKey, EvidenceField>> = {
  'notice.issuers': 'issuers',
  'notice.date': 'date',
  'field.title': 'title',
  'notice.number': 'docNumber',
  'notice.type': 'docType',
  'notice.disclosure': 'disclosure',
  'notice.addressees': 'addressees',
  'notice.effective': 'effective',
  'notice.repeals': 'repeals',
  'notice.section': 'section',
};

/** The facts of a notice under the labels and in the order of the block on government sites. */
export function noticeFacts(archive: Archive, lang: Language, notice: NoticeRecord): Fact[] {
  const { data, gazette } = notice;
  const { t } = wordsOf(lang);
  const { startLine, endLine } = data.source;
  const published = gazette.data.publishedOn;
  const fact = (label: MessageKey, values: (Label | null)[], wide = false): Fact => ({
    label,
    values: values.filter((value) => value !== null),
    wide,
    evidence: evidenceOf(archive, lang, notice, evidenceFields[label]),
  });
  return [
    fact('notice.issuers', issuersWithPrinted(archive, lang, notice)),
    fact('notice.date', [data.date === null ? null : plain(formatDate(lang, data.date))]),
    fact('notice.number', [data.docNumber === null ? null : printed(lang, data.docNumber)]),
    fact('notice.published', [published === null ? null : plain(formatDate(lang, published))]),
    fact('notice.type', [notice.type === null ? null : typeLabel(lang, notice.type)]),
    fact('notice.disclosure', [data.disclosure === null ? null : printed(lang, data.disclosure)]),
    fact(
      'notice.addressees',
      (data.addressees ?? []).map((name) => printed(lang, name)),
      true,
    ),
    ...(data.effective === null
      ? []
      : [
          {
            ...fact('notice.effective', effectLabels(lang, data.effective), true),
            caution: { ...plain(t('notice.stillHolds')), href: href({ kind: 'method', lang }) },
          },
        ]),
    ...(data.repeals.length === 0
      ? []
      : [
          fact(
            'notice.repeals',
            data.repeals.map((item) =>
              printed(lang, titled(archive, notice, item), repealed(archive, lang, item)),
            ),
            true,
          ),
        ]),
    fact('notice.gazette', [gazetteLabel(lang, gazette)]),
    fact('notice.section', [data.section === null ? null : printed(lang, data.section)]),
    fact('notice.place', [
      {
        text: t('notice.lines', { from: String(startLine), to: String(endLine) }),
        href: `${href({ kind: 'source', lang, id: notice.id })}#${lineId(startLine)}`,
        lang: null,
      },
    ]),
  ];
}

/** The line a value was read on, linked to where it is shown; else how the value was found. */
function evidenceOf(
  archive: Archive,
  lang: Language,
  { gazette, data }: NoticeRecord,
  field: EvidenceField | undefined,
): Evidence | null {
  const found = field === undefined ? undefined : data.evidence[field];
  if (found === undefined) return null;
  const { t } = wordsOf(lang);
  const { line, how } = found;
  const way = t(`evidence.${how}`);
  if (line === null) {
    return { text: way, name: way, href: how === 'corrected' ? '#corrections' : null };
  }
  return {
    text: how === 'printed' ? String(line) : `${way} ${line}`,
    name: rangeText(lang, line),
    href: lineHref(archive, lang, gazette, line),
  };
}

/** Where one fact was read, in full. */
export interface EvidenceRow {
  field: string;
  how: string;
  place: Label | null;
  /** The line as printed. */
  quote: string | null;
}

/** How many characters of a line show what it is. */
const quoted = 60;

/** Where each fact of a notice was read: how, on which line, and what that line says. */
export function evidenceRows(
  archive: Archive,
  lang: Language,
  { gazette, data }: NoticeRecord,
  lines: readonly string[],
): EvidenceRow[] {
  const { t } = wordsOf(lang);
  return Object.values(evidenceFields).flatMap((field) => {
    const found = data.evidence[field];
    if (found === undefined) return [];
    const { line, how } = found;
    const text = line === null ? '' : (lines[line - 1] ?? '').trim();
    return [
      {
        field: fieldName(lang, field),
        how: t(`evidence.${how}Long`),
        place: line === null ? null : linesLabel(archive, lang, gazette, line),
        quote: text === '' ? null : text.length > quoted ? `${text.slice(0, quoted)}…` : text,
      },
    ];
  });
}

/** On English pages a registered body stands with its Chinese name as signed. */
function issuersWithPrinted(archive: Archive, lang: Language, notice: NoticeRecord): Label[] {
  return issuerLabels(archive, lang, notice).flatMap((label, i) => {
    const name = notice.data.issuers[i]?.name;
    return lang === 'zh' || name === undefined || label.lang !== null
      ? [label]
      : [label, printed(lang, name)];
  });
}

function effectLabels(lang: Language, effective: NonNullable<Notice['effective']>): Label[] {
  const { t } = wordsOf(lang);
  const from = effective.from === null ? null : formatDate(lang, effective.from);
  const until = effective.until === null ? null : formatDate(lang, effective.until);
  const quote = printed(lang, effective.text);
  if (from !== null && until !== null) {
    return [plain(t('notice.inForceBoth', { from, until })), quote];
  }
  if (from !== null) return [plain(t('notice.inForceFrom', { from })), quote];
  if (until !== null) return [plain(t('notice.inForceUntil', { until })), quote];
  return [quote];
}

/** A number with the title that goes with it, where this notice or another cites both: `《…》（甲发〔2019〕1号）`. */
function titled(archive: Archive, notice: NoticeRecord, item: string): string {
  const [known] = [notice, ...archive.notices].flatMap(({ data }) => [
    ...data.citations.flatMap(({ docNumber, title }) => (docNumber === item ? (title ?? []) : [])),
    ...(data.docNumber === item ? [data.title] : []),
  ]);
  return known === undefined ? item : `《${known.replace(/^《|》$/g, '')}》（${item}）`;
}

/** The page of a repealed document, where exactly one notice bears that number or title. */
function repealed(archive: Archive, lang: Language, item: string): string | null {
  const bare = item.replace(/^《(.+)》$/, '$1');
  const [found, ...others] = archive.notices.filter(
    ({ data }) => data.docNumber === bare || data.title === bare,
  );
  return found === undefined || others.length > 0
    ? null
    : href({ kind: 'notice', lang, id: found.id });
}
