import { message } from '../i18n/index.ts';
import { readDocNumber, spellingsOf } from '../lib/text/doc-number.ts';
import { loadArchive } from './archive.ts';
import type { Archive, NoticeRecord } from './model.ts';
import { cardOf } from './names.ts';

export interface NumberProps {
  number: string;
}

/** A number in its normal form, whatever its brackets and figures are printed as. */
const normal = (printed: string): string => readDocNumber(printed)?.text ?? printed;

const isBorne = (number: string, { data }: NoticeRecord): boolean =>
  data.docNumber !== null && normal(data.docNumber) === number;

/** Every number that a notice bears or cites. */
function numbersOf({ notices }: Archive): Set<string> {
  const printed = notices.flatMap(({ data }) => [
    ...(data.docNumber === null ? [] : [data.docNumber]),
    ...data.citations.map(({ docNumber }) => docNumber),
  ]);
  return new Set(printed.map(normal));
}

/** What `getStaticPaths` returns for the numbers, each in all its spellings. */
export async function numberPaths() {
  const numbers = numbersOf(await loadArchive());
  // A spelling of one number may be how another is printed that cannot be read; the first one has it.
  const bySpelling = new Map(
    [...numbers].reverse().flatMap((number) => spellingsOf(number).map((own) => [own, number])),
  );
  return Array.from(bySpelling, ([spelling, number]) => ({
    params: { spelling },
    props: { number },
  }));
}

/** The notices that bear a number and those that cite it; `notice`: where exactly one bears it, its page. */
export async function numberPage(number: string) {
  const archive = await loadArchive();
  const bearers = archive.notices.filter((notice) => isBorne(number, notice));
  const citing = archive.notices.filter(
    (notice) =>
      !bearers.includes(notice) &&
      notice.data.citations.some(({ docNumber }) => normal(docNumber) === number),
  );
  const [only, ...others] = bearers;
  return {
    bearers: bearers.map((notice) => cardOf(archive, 'zh', notice)),
    citing: citing.map((notice) => cardOf(archive, 'zh', notice)),
    notice:
      only === undefined || others.length > 0
        ? null
        : {
            page: { kind: 'notice', lang: 'zh', id: only.id } as const,
            links: { zh: only.data.title, en: message('zh', 'language.other') },
          },
  };
}
