import { readDate } from './text/dates.ts';
import { widthOf } from './text/width.ts';

/** A notice as it is to be printed. */
export interface Copy {
  title: string;
  docNumber: string | null;
  issuers: readonly string[];
  /** Its text, a string a paragraph; headings of parts are centred. */
  blocks: readonly { text: string; centred: boolean }[];
}

/** How a gazette is set, and what its extraction keeps of it. Widths in half-width columns. */
export interface Layout {
  width: number;
  indents: 'ideographic' | 'ascii' | 'lost';
  /** Where blank lines stand. */
  gaps: 'none' | 'after each line' | 'between paragraphs';
  /** What stands where a page ends. */
  pages: 'unmarked' | 'header' | 'number' | 'form feed';
}

const linesAPage = 32;
const margin = 8;
const indentation = 4;
/** No line begins with the first, nor ends with the second. */
const closing = /^[，。、；：！？）》”’】〕]$/u;
const opening = /^[（《“‘【〔]$/u;

/** A text broken into lines as type is set: figures and words stay whole, a sign may hang over the edge. */
export function broken(text: string, width: number, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  let room = width - indent;
  for (const piece of text.match(/[A-Za-z0-9.%]+|./gu) ?? []) {
    const fits = widthOf(line + piece) <= room || (closing.test(piece) && widthOf(line) <= room);
    if (line === '' || fits) {
      line += piece;
      continue;
    }
    const [last = ''] = /[A-Za-z0-9.%]+$|.$/u.exec(line) ?? [];
    const carried = closing.test(piece) || opening.test(last) ? last : '';
    lines.push(line.slice(0, line.length - carried.length));
    line = carried + piece;
    room = width;
  }
  return [...lines, line];
}

/** A line, and whether a page may end before it, and a paragraph begins with it. */
interface Set {
  text: string;
  mayOpenPage: boolean;
  opens: boolean;
}

function setNotice(copy: Copy, { width, indents }: Layout): Set[] {
  const kept = indents !== 'lost';
  const space = indents === 'ideographic' ? '\u3000' : ' ';
  const spaces = (columns: number): string =>
    space.repeat(Math.max(0, Math.floor(kept ? columns / widthOf(space) : 0)));
  const centred = (text: string): Set[] =>
    broken(text, Math.floor(width * 0.8), 0).map((line, at) => ({
      text: spaces((width - widthOf(line)) / 2) + line,
      mayOpenPage: at === 0,
      opens: at === 0,
    }));
  const alone = (text: string, columns: number): Set => ({
    text: spaces(columns) + text,
    mayOpenPage: true,
    opens: true,
  });
  const paragraph = (text: string, indent: number): Set[] =>
    broken(text, width, indent).map((line, at) => ({
      text: at === 0 ? spaces(indent) + line : line,
      mayOpenPage: true,
      opens: at === 0,
    }));
  const signs = (at: number): boolean => {
    const text = copy.blocks[at]?.text ?? '';
    return readDate(text) !== null || (copy.issuers.includes(text) && signs(at + 1));
  };
  const number = copy.docNumber === null ? [] : centred(copy.docNumber);
  return [
    ...centred(copy.title),
    ...number.map((line) => ({ ...line, mayOpenPage: false })),
    ...copy.blocks.flatMap(({ text, centred: isTitle }, at) => {
      if (isTitle) return centred(text);
      if (signs(at)) return [alone(text, width - widthOf(text) - indentation)];
      if (/^附件\d*：?$/u.test(text)) return [alone(text, 0)];
      return paragraph(text, at === 0 && text.endsWith('：') ? 0 : indentation);
    }),
  ];
}

/** The text of a gazette, as an extraction of its print would give it. */
export function typeset(copies: readonly Copy[], layout: Layout): string {
  const printed: string[] = [];
  const { gaps, pages } = layout;
  const edge = pages === 'form feed' ? ' '.repeat(margin) : '';
  let page = 1;
  let count = 0;
  for (const line of copies.flatMap((copy) => setNotice(copy, layout))) {
    if (gaps === 'between paragraphs' && line.opens && count > 0) printed.push('');
    if (count >= linesAPage && line.mayOpenPage && pages !== 'unmarked') {
      page += 1;
      count = 0;
      if (pages === 'header') printed.push('临川市人民政府公报 2021年第3期');
      if (pages === 'number') printed.push(`— ${page - 1} —`);
      if (pages === 'form feed')
        printed.push('', `${edge}${page - 1}`, `\f${edge}临川市人民政府公报    2021年第3期`, '');
    }
    printed.push(edge + line.text);
    count += 1;
    if (gaps === 'after each line') printed.push('');
  }
  return `${printed.join('\n')}\n`;
}
