import { hasMessage, wordsOf, type MessageKey } from '../i18n/index.ts';
import type { Language } from '../lib/address.ts';
import type { Notice } from '../lib/schema/notice.ts';
import { chineseRuns, type Run } from '../lib/text/chinese-runs.ts';
import { linesLabel } from './line-places.ts';
import type { Archive, GazetteRecord } from './model.ts';
import type { Label } from './names.ts';

type Doubt = Notice['doubts'][number];

/** A doubt as readers see it. */
export interface ShownDoubt {
  /** What is in doubt, in the reader's language. */
  text: string;
  /** The program's own reason, in English. */
  reason: Run[];
  place: Label;
}

export function shownDoubt(
  archive: Archive,
  lang: Language,
  gazette: GazetteRecord,
  { rule, line, reason }: Doubt,
): ShownDoubt {
  return {
    text: wordsOf(lang).t(doubtMessage(rule)),
    reason: chineseRuns(reason),
    place: linesLabel(archive, lang, gazette, line),
  };
}

/** What a rule's doubts are about; a rule without words of its own has those of any doubt. */
export function doubtMessage(rule: string): MessageKey {
  const key = `doubt.${rule}`;
  return hasMessage(key) ? key : 'doubt.other';
}

/** `2 处存疑`; null where nothing is in doubt. */
export function doubtCount(lang: Language, doubts: readonly Doubt[]): string | null {
  return doubts.length === 0 ? null : wordsOf(lang).n('doubts', doubts.length);
}
