/** Source of a pattern for a title in 《》, which may name another; its one group is the title. */
export const quotedTitle = '《((?:[^《》]|《[^《》]*》)+)》';

/** What a title calls the text that its notice distributes. */
const distributed = /(?:印发|转发|批转|公布|发布)(.+?)(?:的(?:通知|通告|公告|请示|决定|函))?$/u;

/** The text that a notice distributes, as its title names it: 关于印发《某某办法》的通知 -> 某某办法; null for none. */
export function distributedBy(title: string): string | null {
  return distributed.exec(title)?.[1]?.replace(/^《|》$/gu, '') ?? null;
}
