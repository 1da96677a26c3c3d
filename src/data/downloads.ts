import { readFile } from 'node:fs/promises';
import { formatBytes, formatNumber, wordsOf, type MessageKey } from '../i18n/index.ts';
import type { Language } from '../lib/address.ts';
import { plainText } from '../lib/markdown/render-blocks.ts';
import type { Notice } from '../lib/schema/notice.ts';
import { toCsv, toJsonLines } from '../lib/table.ts';
import { loadArchive } from './archive.ts';
import { best, href } from './links.ts';
import type { Archive, NoticeRecord } from './model.ts';
import { gazetteLabel } from './names.ts';
import { filePaths } from './paths.ts';
import { sourceBytes } from './sources.ts';

type Row = Readonly<Record<string, unknown>>;

/** The tables offered for download. */
const tables = {
  notices: noticeRows,
  citations: citationRows,
  furniture: furnitureRows,
} satisfies Record<string, (archive: Archive) => Row[]>;

const formats = {
  jsonl: toJsonLines,
  csv: (rows: readonly Row[]) => toCsv(rows.map(flat)),
};

type TableName = keyof typeof tables;
type Format = keyof typeof formats;
const tableNames: readonly TableName[] = ['notices', 'citations', 'furniture'];
const formatNames: readonly Format[] = ['jsonl', 'csv'];
const holds: Record<TableName, MessageKey> = {
  notices: 'data.notices',
  citations: 'data.citations',
  furniture: 'data.furniture',
};

/** One row a notice: its frontmatter, its address, its text. */
function noticeRows({ notices }: Archive): Row[] {
  return notices.map(({ id, data, body }) => ({
    ...data,
    url: best({ kind: 'notice', lang: 'zh', id }),
    text: plainText(body),
  }));
}

/** For spreadsheets: issuing bodies as their names, with a column for their ids. */
function flat(row: Row): Row {
  const issuers = row.issuers as Notice['issuers'] | undefined;
  if (issuers === undefined) return row;
  return {
    ...row,
    issuers: issuers.map(({ name }) => name),
    issuerIds: issuers.map(({ id }) => id ?? ''),
  };
}

/** One row a citation, in printed order. */
function citationRows({ notices }: Archive): Row[] {
  return notices.flatMap(({ id, data }) =>
    data.citations.map(({ title, docNumber, line, notice }) => ({
      notice: id,
      title,
      docNumber,
      line,
      target: notice,
    })),
  );
}

/** One row a run of lines that belong to a gazette, not to a notice, in printed order. */
function furnitureRows({ gazettes }: Archive): Row[] {
  return gazettes.flatMap(({ id, reading }) =>
    reading.furniture.map(({ kind, startLine, endLine, text }) => ({
      source: `${id}.txt`,
      kind,
      startLine,
      endLine,
      text,
    })),
  );
}

export function datasetPaths() {
  return tableNames.flatMap((name) =>
    formatNames.map((format) => ({
      params: { file: `${name}.${format}` },
      props: { name, format },
    })),
  );
}

export interface DatasetProps {
  name: TableName;
  format: Format;
}

export async function dataset({ name, format }: DatasetProps): Promise<string> {
  return formats[format](tables[name](await loadArchive()));
}

export async function noticeFilePaths() {
  return filePaths((await loadArchive()).notices.map(({ id }) => id));
}

/** The Markdown file of a notice, as the pipeline wrote it. */
export async function noticeMarkdown(id: string): Promise<string> {
  return readFile((await loadArchive()).notice(id).file, 'utf8');
}

/** A notice to read in any program: title, number, text. */
export async function noticeText(id: string): Promise<string> {
  return textOf((await loadArchive()).notice(id));
}

function textOf({ data, body }: NoticeRecord): string {
  const head = [data.title, data.docNumber].filter((part) => part !== null);
  return `${[...head, plainText(body)].join('\n\n')}\n`;
}

export async function sourceTextPaths() {
  return filePaths((await loadArchive()).gazettes.map(({ id }) => id));
}

export { sourceBytes as sourceText };

export async function dataPage(lang: Language) {
  const archive = await loadArchive();
  const { t } = wordsOf(lang);
  return {
    page: { kind: 'data', lang } as const,
    tables: tableNames.map((name) => {
      const rows = tables[name](archive);
      return {
        holds: t(holds[name]),
        rows: formatNumber(lang, rows.length),
        files: formatNames.map((format) => ({
          name: `${name}.${format}`,
          href: href({ kind: 'dataset', id: `${name}.${format}` }),
          bytes: formatBytes(lang, Buffer.byteLength(formats[format](rows))),
        })),
      };
    }),
    sources: await Promise.all(
      archive.gazettes.map(async (gazette) => ({
        gazette: gazetteLabel(lang, gazette),
        name: `${gazette.id}.txt`,
        href: href({ kind: 'sourceText', id: gazette.id }),
        bytes: formatBytes(lang, (await sourceBytes(gazette.id)).byteLength),
      })),
    ),
  };
}
