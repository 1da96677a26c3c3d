import { parseLines } from '../parse/lines.ts';
import { readDate } from '../text/dates.ts';
import { readNumeral } from '../text/numerals.ts';
import { bare } from '../text/spaces.ts';
import type { Region } from '../schema/vocabulary.ts';
import { country } from './places.ts';

/** A value, the line that says it (null where no line does), and how it is said. */
export interface Told<T> {
  value: T;
  line: number | null;
  how: string;
}

/** What a text says of the issue that it is: its masthead, running headers and imprint. */
export interface Evidence {
  name: Told<string> | null;
  year: Told<number> | null;
  issue: Told<number> | null;
  totalIssue: Told<number> | null;
  /** `2023-07-20` or `2019-08`. */
  publishedOn: Told<string> | null;
  /** Places whose governments sign or stand in titles, the most frequent first. */
  places: Told<string>[];
  /** Registered places that the text names, the most frequent first. */
  mentioned: string[];
  doubts: string[];
}

/** Lines longer than this are sentences. */
const shortLine = 60;
/** Lines this near to the number of the issue belong to the same masthead. */
const mastheadLines = 4;

const digit = '[0-9〇○零一二三四五六七八九十百]';
const number = `(${digit}{1,6})`;
const year = '([0-9]{4}|[〇○零一二三四五六七八九]{4})';
const more = `(?:[-—–~、]第?(${digit}{1,3}))?`;
const ending = '(?:政务公报|公报|政报)';
const han = String.raw`\p{Script=Han}`;

const yearAndIssue = new RegExp(
  `${year}年?[.．·,]?(?:第?${number}${more}(?:期|号(?=.*总[第期号]))|n[o0º]\\.?:?${number})`,
  'iu',
);
/** `二○一七年第五号`: documents are so numbered too, so only a masthead around it makes it an issue. */
const yearAndNumber = new RegExp(`^${year}年?第${number}${more}号$`, 'u');
const issueAlone = new RegExp(`(?<!总)第${number}${more}期|^n[o0º]\\.?:?${number}$`, 'iu');
const total = new RegExp(
  `总(?:第|期数?[:第]?|号[:第]?|)${number}(?:期|号|(?=[)】\\]])|$)|总第?[(]${number}[)]期?`,
  'u',
);
const dateText = `${year}年(${digit}{1,3})月(?:(${digit}{1,3})日)?`;
const published = new RegExp(
  `(?:(?:出版|发行|出刊|刊印|编印)(?:日期|时间)[:]?|(?:编|主办)(?=.{6,16}$))${dateText}|${dateText}(?:出版|发行|出刊|刊印|编印|印刷)`,
  'u',
);
const dateAlone = new RegExp(`^[(]?${dateText}[)]?$`, 'u');
const yearAlone = new RegExp(`^${year}年?$`, 'u');
const nameAlone = new RegExp(`^《?(${han}{2,26}${ending})》?$`, 'u');
const nameWithin = new RegExp(`(${han}{2,26}?${ending})(?!${han})`, 'u');
const nameQuoted = new RegExp(`《(${han}{2,26}?${ending})》`, 'gu');
/** A body alone on its line, above a line that says 公报. */
const nameBroken = new RegExp(`^${han}{2,20}(?:人民政府|政府|委员会|常委会)$`, 'u');
const endingAlone = new RegExp(`^${ending}$`, 'u');
/** 公报 is a document type too: 统计公报, 全会公报. */
const noGazette =
  /关于|的|统计|普查|环境|资源|会议|全会|全体|质量|审计|状况|调查|监测|知识产权|气候|灾害|教育|卫生|科技|经费|就业|旅游/u;
const signed = new RegExp(
  `^(${han}{1,14}(?:省|自治区|自治州|地区|盟|市|县|区|旗))(?:人民政府|政府)(?:办公[室厅])?(?:$|关于|印发|转发|批转|令)`,
  'u',
);
const everyOne = /^(?:各|有关|本|该|我|全|县级以上|设区的)/u;

interface Candidate<T> {
  value: T;
  line: number;
  how: string;
  weight: number;
}

/** The values, heaviest first, each by the line that says it most plainly; the first said of two that tie. */
function heaviest<T>(candidates: readonly Candidate<T>[]): Candidate<T>[] {
  const sums = new Map<string, Candidate<T> & { best: number }>();
  for (const candidate of candidates) {
    const { weight } = candidate;
    const key = JSON.stringify(candidate.value);
    const known = sums.get(key);
    if (!known) sums.set(key, { ...candidate, best: weight });
    else {
      const told = weight > known.best ? candidate : known;
      sums.set(key, { ...told, weight: known.weight + weight, best: Math.max(weight, known.best) });
    }
  }
  return [...sums.values()].sort((a, b) => b.weight - a.weight || a.line - b.line);
}

function toldBy<T>(candidate: Candidate<T> | undefined): Told<T> | null {
  return candidate ? { value: candidate.value, line: candidate.line, how: candidate.how } : null;
}

function isYear(value: number | null): value is number {
  return value !== null && value >= 1900 && value <= 2999;
}

/** A date of a month or day in ISO form; null where the calendar has none. */
function isoDate(yearText = '', month = '', day?: string): string | null {
  const iso = readDate(`${yearText}年${month}月${day ?? '1'}日`);
  return iso === null || day !== undefined ? iso : iso.slice(0, 7);
}

/** Everything that a gazette's text says of the issue that it is. */
export function readEvidence(text: string, regions: readonly Region[]): Evidence {
  const lines = parseLines(text).children.flatMap((node) =>
    node.type === 'line'
      ? [
          {
            plain: bare(node.value.normalize('NFKC')),
            value: node.value,
            line: node.position?.start.line ?? 0,
          },
        ]
      : [],
  );
  const names: Candidate<string>[] = [];
  const numbers: Candidate<{ year: number; issue: number }>[] = [];
  const lone: Candidate<number>[] = [];
  const totals: Candidate<number>[] = [];
  const dates: Candidate<string>[] = [];
  const places: Candidate<string>[] = [];
  const doubled: { line: number; printed: string }[] = [];
  const mastheads: number[] = [];

  lines.forEach(({ plain, value, line }, at) => {
    for (const [, name = ''] of plain.matchAll(nameQuoted))
      if (!noGazette.test(name)) names.push({ value: name, line, how: 'quoted', weight: 0.1 });
    const place = signed.exec(plain)?.[1];
    if (place !== undefined && !everyOne.test(place))
      places.push({ value: place, line, how: 'signs', weight: 1 });
    if (plain.length > shortLine || /[。;!?]/u.test(plain)) return;

    const next = lines[at + 1];
    const alone = nameAlone.exec(plain)?.[1];
    if (alone !== undefined && !noGazette.test(alone))
      names.push({ value: alone, line, how: 'alone on its line', weight: 2 });
    else if (nameBroken.test(plain) && next && endingAlone.test(next.plain))
      names.push({ value: plain + next.plain, line, how: 'over two lines', weight: 2 });

    const inMasthead =
      nameAlone.test(lines[at - 1]?.plain ?? '') || total.test(lines[at + 1]?.plain ?? '');
    const mark = yearAndIssue.exec(plain) ?? (inMasthead ? yearAndNumber.exec(plain) : null);
    const issue = mark ?? issueAlone.exec(plain);
    const totalMark = total.exec(plain);
    const rest = plain
      .replace(mark?.[0] ?? '\0', '')
      .replace(totalMark?.[0] ?? '\0', '')
      .replace(mark ? '\0' : (issue?.[0] ?? '\0'), '');
    const name = nameOf(rest, value);
    const bareRest = rest
      .replace(name ?? '\0', '')
      .replace(new RegExp(dateText, 'u'), '')
      .replace(/[^\p{Script=Han}\p{L}\p{N}]|月刊|双月刊|季刊|半月刊|旬刊|合刊|出版|主办/gu, '');
    const isMasthead = bareRest === '' || /^\d{1,4}$/u.test(bareRest);
    const weight = name === null ? (isMasthead ? 2 : 0) : 1;
    const how = name === null ? 'masthead' : 'beside the name';
    if (weight > 0 && name !== null && issue)
      names.push({ value: name, line, how: 'beside the number', weight: 1 });
    if (weight > 0 && mark) {
      const found = {
        year: readNumeral(mark[1] ?? ''),
        issue: readNumeral(mark[2] ?? mark[4] ?? ''),
      };
      if (isYear(found.year) && found.issue !== null && found.issue > 0) {
        numbers.push({ value: { year: found.year, issue: found.issue }, line, how, weight });
        if (mark[3] !== undefined) doubled.push({ line, printed: mark[0] });
        if (name === null || rest === name) mastheads.push(at);
      }
    } else if (weight > 0 && issue) {
      const found = readNumeral(issue[1] ?? issue[3] ?? '');
      if (found !== null && found > 0) {
        lone.push({ value: found, line, how, weight });
        if (issue[2] !== undefined) doubled.push({ line, printed: issue[0] });
        mastheads.push(at);
      }
    }
    if (totalMark && isMasthead) {
      const found = readNumeral(totalMark[1] ?? totalMark[2] ?? '');
      if (found !== null && found > 0) totals.push({ value: found, line, how, weight: 1 });
    }
    const said = published.exec(plain);
    const iso = said ? isoDate(said[1] ?? said[4], said[2] ?? said[5], said[3] ?? said[6]) : null;
    if (iso !== null) dates.push({ value: iso, line, how: 'imprint', weight: 1 });
  });

  const near = nearMasthead(lines, mastheads);
  const doubts: string[] = [];
  const counted = heaviest(numbers);
  const [first, second] = counted;
  if (first && second)
    doubts.push(
      `issue: line ${second.line} says ${second.value.year}, number ${second.value.issue}; taken is what is said most`,
    );
  for (const { line, printed } of doubled.slice(0, 1))
    doubts.push(`issue: \`${printed}\` (line ${line}) is more than one; the first is taken`);
  const issueOnly = heaviest(lone)[0];
  const date = heaviest(dates)[0] ?? near.date;
  const yearTold: Told<number> | null = first
    ? { value: first.value.year, line: first.line, how: first.how }
    : (near.year ??
      (date
        ? { value: Number(date.value.slice(0, 4)), line: date.line, how: 'year of publication' }
        : null));
  return {
    name: toldBy(
      heaviest(names).sort((a, b) => b.weight - a.weight || b.value.length - a.value.length)[0],
    ),
    year: yearTold,
    issue: first
      ? { value: first.value.issue, line: first.line, how: first.how }
      : toldBy(issueOnly),
    totalIssue: toldBy(heaviest(totals)[0]),
    publishedOn: date ? { value: date.value, line: date.line, how: date.how } : null,
    places: heaviest(places),
    mentioned: mentionedPlaces(text, regions),
    doubts,
  };
}

/** The gazette's name in a line that also numbers the issue. */
function nameOf(rest: string, value: string): string | null {
  const quoted = [...rest.matchAll(nameQuoted)][0]?.[1];
  const whole = nameAlone.exec(rest.replace(/[^\p{Script=Han}《》]/gu, ''))?.[1];
  const word = value
    .normalize('NFKC')
    .split(/\s+/u)
    .map((part) => nameWithin.exec(part)?.[1])
    .find((found) => found !== undefined);
  const name = quoted ?? (whole !== undefined && !whole.includes('文件') ? whole : word) ?? null;
  return name === null || noGazette.test(name) ? null : name;
}

/** A year or a date alone on a line beside the first masthead. */
function nearMasthead(
  lines: readonly { plain: string; line: number }[],
  mastheads: readonly number[],
): { year: Told<number> | null; date: Told<string> | null } {
  const found: { year: Told<number> | null; date: Told<string> | null } = {
    year: null,
    date: null,
  };
  const [at] = mastheads;
  if (at === undefined) return found;
  for (const { plain, line } of lines.slice(
    Math.max(0, at - mastheadLines),
    at + mastheadLines + 1,
  )) {
    const year = readNumeral(yearAlone.exec(plain)?.[1] ?? '');
    if (isYear(year)) found.year ??= { value: year, line, how: 'beside the number' };
    const date =
      dateAlone.exec(plain) ??
      (line === lines[at]?.line ? new RegExp(dateText, 'u').exec(plain) : null);
    const iso = date ? isoDate(date[1], date[2], date[3]) : null;
    if (iso !== null) found.date ??= { value: iso, line, how: 'beside the number' };
  }
  return found;
}

/** Registered places by how often the text names them; of two names at one spot the longer. */
function mentionedPlaces(text: string, regions: readonly Region[]): string[] {
  const places = regions.filter(({ id }) => id !== country).map(({ zh }) => zh);
  const names = [...new Set(places)].sort((a, b) => b.length - a.length);
  if (names.length === 0) return [];
  const counts = new Map<string, number>();
  for (const [zh] of text.matchAll(new RegExp(names.join('|'), 'gu')))
    counts.set(zh, (counts.get(zh) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length).map(([zh]) => zh);
}
