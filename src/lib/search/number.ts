import { readDocNumber } from '../text/doc-number.ts';

/** What a reader gave of a document number; at least the serial. */
export interface NumberQuery {
  /** 机关代字, with or without its end: 吴政发. */
  code: string | null;
  /** Four digits. */
  year: string | null;
  serial: string;
}

/** Brackets, hyphens and spaces that stand between the parts of a number, in whatever form they are typed. */
const gap = String.raw`[\s〔〕\[\]（）()【】\-—–.,，、]*`;
const shape = new RegExp(
  `^(?<code>\\p{Script=Han}*?)${gap}(?<year>(?:19|20)\\d{2})?(?:年)?${gap}第?(?<serial>\\d{1,4})(?<end>号)?$`,
  'u',
);

/**
 * Reads a query as a document number in any form: 吴政发〔2023〕21号, 吴政发[2023]21, 吴政发 2023 21, 21号.
 *
 * @param query as typed
 * @returns null where it is none: a bare number, a year, a date
 */
export function readNumber(query: string): NumberQuery | null {
  const groups = shape.exec(query.normalize('NFKC').trim())?.groups;
  if (!groups) return null;
  const { code = '', year, serial = '', end } = groups;
  // 21 alone, or 2023, is a number like any other; a code, or a year and a serial, or 号 makes it a document's.
  if (code === '' && end === undefined && year === undefined) return null;
  if (code !== '' && end === undefined && year === undefined) return null;
  return { code: code === '' ? null : code, year: year ?? null, serial: String(Number(serial)) };
}

/** The number in its normal form, where all of it was given. */
export function wholeNumber({ code, year, serial }: NumberQuery): string | null {
  return code === null || year === null ? null : `${code}〔${year}〕${serial}号`;
}

/**
 * True where a notice's number is the one asked for; the beginning of a code may be left out, 政办发 for 吴政办发, and its 字.
 *
 * @param docNumber as in the frontmatter
 * @param fold folds both codes, so that traditional forms agree
 */
export function isNumber(
  docNumber: string,
  query: NumberQuery,
  fold: (text: string) => string,
): boolean {
  const own = readDocNumber(docNumber);
  if (!own) return false;
  const codeOf = (code: string): string => fold(code).replace(/字$/u, '');
  return (
    own.serial === Number(query.serial) &&
    (query.year === null || own.year === Number(query.year)) &&
    (query.code === null || codeOf(own.code).endsWith(codeOf(query.code)))
  );
}
