/**
 * Citations in the form of GB/T 7714—2025 (STANDARDS A4): marks full width, square brackets half width,
 * dates YYYY-MM-DD, bodies in printed order. The code A stands for archives, laws and government documents.
 */

export interface Cited {
  /** Issuing bodies in printed order. */
  authors: readonly string[];
  title: string;
  /** 发文字号. */
  number: string | null;
  /** 成文日期, YYYY-MM-DD. */
  date: string | null;
  gazette: { name: string; year: number; issue: number };
}

/** Where and when the reader saw it; null for a citation of the printed gazette. */
export interface Access {
  url: string;
  /** YYYY-MM-DD. */
  on: string | null;
}

/** As a government document: `机关. 标题：字号[A/OL]. （2019-05-29）[2026-11-20]. 网址`. */
export function citeDocument(cited: Cited, access: Access | null): string {
  const number = cited.number === null ? '' : `：${cited.number}`;
  const issued = cited.date === null ? '' : `（${cited.date}）`;
  const head = `${authors(cited.authors)}${cited.title}${number}`;
  if (access === null) return sentences(`${head}[A]`, issued);
  return sentences(`${head}[A/OL]`, `${issued}${accessed(access.on)}`, access.url);
}

/** As an item of a serial: `机关. 标题[J/OL]. 公报，2023（3）[2026-11-20]. 网址`. */
export function citeSerial(cited: Cited, access: Access | null): string {
  const { name, year, issue } = cited.gazette;
  const head = `${authors(cited.authors)}${cited.title}`;
  const serial = `${name}，${year}（${issue}）`;
  if (access === null) return sentences(`${head}[J]`, serial);
  return sentences(`${head}[J/OL]`, `${serial}${accessed(access.on)}`, access.url);
}

/** Up to three bodies by name, more as the first three and 等; nothing where none is known. */
function authors(names: readonly string[]): string {
  if (names.length === 0) return '';
  const shown = names.length > 3 ? [...names.slice(0, 3), '等'] : names;
  return `${shown.join('，')}. `;
}

function accessed(day: string | null): string {
  return day === null ? '' : `[${day}]`;
}

/** Parts joined by a period and a space; an address at the end takes no period. */
function sentences(...parts: readonly string[]): string {
  const kept = parts.filter((part) => part !== '');
  const text = kept.join('. ');
  return /^https?:/.test(kept.at(-1) ?? '') ? text : `${text}.`;
}
