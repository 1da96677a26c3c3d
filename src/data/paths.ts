import { languages, type Language } from '../lib/address.ts';

/** What `getStaticPaths` returns for pages that exist once per language. */
export function languagePaths() {
  return languages.map((lang) => ({ params: { lang }, props: { lang } }));
}

/** What `getStaticPaths` returns for pages that exist once per thing and language. */
export function itemPaths(ids: readonly string[]) {
  return languages.flatMap((lang) =>
    ids.map((id) => ({ params: { lang, id }, props: { lang, id } })),
  );
}

/** What `getStaticPaths` returns for files that exist once per thing. */
export function filePaths(ids: readonly string[]) {
  return ids.map((id) => ({ params: { id }, props: { id } }));
}

export interface LanguageProps {
  lang: Language;
}

export interface ItemProps {
  lang: Language;
  id: string;
}

export interface FileProps {
  id: string;
}
