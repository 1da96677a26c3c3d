import { readDate } from '../text/dates.ts';

/** What a paragraph is by its place in a printed official document; decides how it is set, never what it says. */
export type ParagraphRole = 'addressees' | 'signature' | 'note';

/** A bracketed line on disclosure: （此件公开发布）. */
const disclosureNote = /^[（(]此件[^（）()]{1,20}[）)]$/;

export interface RoleContext {
  /** Names of the issuing bodies as signed. */
  issuers: readonly string[];
  /** True where the notice names its addressees. */
  addressed: boolean;
}

/**
 * Signature: an issuer or a bare date. Note: the bracketed disclosure line. Addressees: the first paragraph that
 * ends with a colon. Everything else is text.
 */
export function paragraphRole(
  text: string,
  position: number,
  context: RoleContext,
): ParagraphRole | null {
  const bare = text.replace(/\s/g, '');
  if (context.issuers.includes(bare) || readDate(bare) !== null) return 'signature';
  if (disclosureNote.test(bare)) return 'note';
  if (context.addressed && position === 1 && /[：:]$/.test(bare)) return 'addressees';
  return null;
}

/** Numbering that a heading within a part begins with: 一、 （一） 1. 第一条. */
const numbered =
  /^(?:第[一二三四五六七八九十百\d]+[节条]|[一二三四五六七八九十百]+[、．.]|[（(][一二三四五六七八九十百\d]+[）)]|\d+[、．.])/;

/** True for the title of a text of its own (a plan, an attachment) or of a chapter, which is set in the middle. */
export function opensPart(text: string, depth: number): boolean {
  return depth === 2 && !numbered.test(text.trim());
}
