import type { Notice } from '../lib/schema/notice.ts';
import type { Reading } from '../lib/schema/reading.ts';
import type { Content } from './model.ts';

/** Small content for tests: a notice with defaults, and an archive of three issues that holds the notices given. */

export function notice(id: string, differs: Partial<Notice> = {}) {
  const gazette = differs.gazette ?? 'jia-2020-1';
  const data: Notice = {
    id,
    kind: 'notice',
    title: '关于甲的通知',
    docNumber: null,
    docType: '通知',
    issuers: [{ name: '甲区人民政府', id: 'jia' }],
    addressees: null,
    date: null,
    disclosure: null,
    gazette,
    section: null,
    attachments: [],
    effective: null,
    repeals: [],
    citations: [],
    source: { file: `${gazette}.txt`, startLine: 1, endLine: 9 },
    language: 'zh-Hans',
    lines: ['1'],
    evidence: {},
    doubts: [],
    corrections: [],
    ...differs,
  };
  return { file: `${id}.md`, id, data, body: '正文' };
}

export const reading: Reading = {
  characters: { source: 12, notices: 10, furniture: 2 },
  tables: { rebuilt: 0, lines: 0 },
  furniture: [{ kind: 'page-number', startLine: 11, endLine: 11, text: '61' }],
  doubts: [],
};

export function content(...notices: ReturnType<typeof notice>[]): Content {
  const gazette = (year: number, issue: number) => ({
    file: `jia-${year}-${issue}.yaml`,
    id: `jia-${year}-${issue}`,
    data: {
      name: '甲区人民政府公报',
      english: 'Gazette of Jia',
      publisher: 'jia',
      region: '100100',
      year,
      issue,
      totalIssue: null,
      publishedOn: null,
      sha256: '0'.repeat(64),
      origin: { zh: '甲', en: 'Jia' },
    },
  });
  const body = (id: string) => ({
    file: 'bodies.yaml',
    id,
    data: { id, zh: id, en: id, aliases: [], region: '100100' },
  });
  const region = (id: string, parent: string | null) => ({
    file: 'regions.yaml',
    id,
    data: { id, slug: `r${id}`, zh: id, en: id, parent },
  });
  const gazettes = [gazette(2020, 1), gazette(2021, 2), gazette(2021, 1)];
  return {
    notices,
    gazettes,
    readings: gazettes.map(({ id }) => ({ file: `${id}/reading.yaml`, id, data: reading })),
    bodies: [body('jia'), body('silent')],
    documentTypes: ['通知', '公告'].map((zh, i) => ({
      file: 'types.yaml',
      id: `t${i}`,
      data: { id: `t${i}`, zh, en: zh, statutory: true },
    })),
    regions: [region('100000', null), region('100100', '100000'), region('200000', null)],
  };
}
