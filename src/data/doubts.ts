import { hasMessage, wordsOf, type MessageKey } from '../i18n/index.ts';
import type { Language } from '../lib/address.ts';
import type { Notice } from '../lib/schema/notice.ts';
import { chineseRuns, type Run } from '../lib/text/chinese-runs.ts';
import { linesLabel } from './line-places.ts';
import type { Archive, GazetteRecord } from './model.ts';
import type { Label } from './names.ts';

type Doubt = Notice['doubts'][number];

/** A piece of a reason: words, or what stands between backticks. */
export interface ReasonPart {
  runs: Run[];
  code: boolean;
}

/** A doubt as readers see it. */
export interface ShownDoubt {
  /** What is in doubt, in the reader's language. */
  text: string;
  /** The program's own reason, in English; null where it says no more than `text`. */
  reason: ReasonPart[] | null;
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
    reason: reasonParts(reason),
    place: linesLabel(archive, lang, gazette, line),
  };
}

/** A reason that names nothing of the text, no word, number or code, only repeats what is in doubt. */
function reasonParts(reason: string): ReasonPart[] | null {
  if (!/[\p{Script=Han}\p{N}`]/u.test(reason)) return null;
  return reason
    .split('`')
    .map((part, i) => ({ runs: chineseRuns(part), code: i % 2 === 1 }))
    .filter(({ runs }) => runs.length > 0);
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
