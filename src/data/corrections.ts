import { hasMessage, wordsOf } from '../i18n/index.ts';
import type { Language } from '../lib/address.ts';
import type { NoticeRecord } from './model.ts';

/** Corrections made by hand, as sentences. */
export function correctionTexts(lang: Language, { data }: NoticeRecord) {
  const { t } = wordsOf(lang);
  return data.corrections.map(({ field, from, to, reason }) => {
    const key = `field.${field}`;
    return {
      text: t('notice.correction', {
        field: hasMessage(key) ? t(key) : field,
        from: from ?? t('notice.nothing'),
        to: to ?? t('notice.nothing'),
      }),
      reason,
    };
  });
}
