import { hasMessage, wordsOf } from '../i18n/index.ts';
import type { Language } from '../lib/address.ts';
import type { Notice } from '../lib/schema/notice.ts';
import { chineseRuns, type Run } from '../lib/text/chinese-runs.ts';
import { linesLabel } from './line-places.ts';
import type { Archive, NoticeRecord } from './model.ts';
import type { Label } from './names.ts';

/** What an editor did to a notice, or said of it. */
export interface Remark {
  /** Element that holds it on the page of the notice. */
  id: string;
  /** What was printed and what is meant, as a sentence; for a note, the words it is about. */
  text: Run[];
  reason: Run[];
  place: Label | null;
  /** Where its words may be found in the text. */
  at: { line: number; words: string } | null;
}

/** Corrections first, then notes, each in printed order. */
export function remarksOf(archive: Archive, lang: Language, { data, gazette }: NoticeRecord) {
  const { t } = wordsOf(lang);
  const runs = (text: string): Run[] =>
    lang === 'zh' ? [{ text, chinese: false }] : chineseRuns(text);
  const place = (line: number | null) =>
    line === null ? null : linesLabel(archive, lang, gazette, line);
  const corrections = data.corrections.map((correction, i): Remark => {
    const { field, from, line, reason, english } = correction;
    return {
      id: `correction-${i + 1}`,
      text: runs(sentenceOf(lang, correction)),
      reason: runs(lang === 'zh' ? reason : english),
      place: place(line),
      at: field === 'text' && line !== null && from !== null ? { line, words: from } : null,
    };
  });
  const notes = (data.notes ?? []).map(({ line, printed, text, english }, i): Remark => ({
    id: `note-${i + 1}`,
    text: runs(t('remark.quote', { words: printed })),
    reason: runs(lang === 'zh' ? text : english),
    place: place(line),
    at: { line, words: printed },
  }));
  return { corrections, notes };
}

function sentenceOf(lang: Language, { field, from, to }: Notice['corrections'][number]): string {
  const { t } = wordsOf(lang);
  const values = { from: from ?? t('notice.nothing'), to: to ?? t('notice.nothing') };
  const key = `correction.${field}`;
  return hasMessage(key)
    ? t(key, values)
    : t('notice.correction', { field: fieldName(lang, field), ...values });
}

/** The name of a field of the frontmatter, as the block of facts calls it. */
export function fieldName(lang: Language, field: string): string {
  const key = `field.${field}`;
  return hasMessage(key) ? wordsOf(lang).t(key) : field;
}
