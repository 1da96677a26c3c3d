import { message } from '../i18n/index.ts';
import { spellingsOf } from '../lib/text/doc-number.ts';
import { loadArchive } from './archive.ts';
import type { Archive } from './model.ts';
import { cardOf } from './names.ts';

export interface NumberProps {
  number: string;
}

/** Every number that a notice bears or cites. */
function numbersOf(archive: Archive): Set<string> {
  return new Set(
    archive.notices.flatMap(({ data }) => [
      ...(data.docNumber === null ? [] : [data.docNumber]),
      ...data.citations.map(({ docNumber }) => docNumber),
    ]),
  );
}

/** What `getStaticPaths` returns for the numbers, each in all its spellings. */
export async function numberPaths() {
  const numbers = numbersOf(await loadArchive());
  return [...numbers].flatMap((number) =>
    spellingsOf(number).map((spelling) => ({ params: { spelling }, props: { number } })),
  );
}

/** The notices that bear a number and those that cite it; `notice`: where exactly one bears it, its page. */
export async function numberPage(number: string) {
  const archive = await loadArchive();
  const bearers = archive.notices.filter(({ data }) => data.docNumber === number);
  const citing = archive.notices.filter(
    (notice) =>
      !bearers.includes(notice) &&
      notice.data.citations.some(({ docNumber }) => docNumber === number),
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
