import { z } from 'astro/zod';

/** A calendar day, `YYYY-MM-DD`. */
const day = z.iso.date();

/** A 1-based line of a source text. */
const line = z.int().positive();

/** What an item of a gazette is: a document of a body, a table of statistics, or a chronicle of events. */
export const noticeKinds = ['notice', 'statistics', 'chronicle'] as const;

/** Where a value was read: on the page, in the contents list, in a running header, worked out, or set by hand. */
export const evidenceKinds = ['printed', 'contents', 'header', 'inferred', 'corrected'] as const;

/** Frontmatter of `content/notices/<gazette>/<id>.md`: all that is known of one item of a gazette. */
export const noticeSchema = z.strictObject({
  /** Permanent address: pinyin of the number's code, year and serial, else `<gazette>-<kind>-<n>`. */
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  kind: z.enum(noticeKinds),
  /** As printed, line breaks and layout spaces gone. */
  title: z.string().min(1),
  /** 发文字号 without spaces, brackets 〔〕; null where none is printed. */
  docNumber: z.string().min(1).nullable(),
  /** 文种, a name in the document-type vocabulary; null where the title tells none. */
  docType: z.string().min(1).nullable(),
  /** 发文机关 in printed order; id: a body of the vocabulary, null where it is not registered. */
  issuers: z.array(z.strictObject({ name: z.string().min(1), id: z.string().nullable() })),
  /** 主送机关, or null. */
  addressees: z.array(z.string().min(1)).nullable(),
  /** 成文日期, or null. */
  date: day.nullable(),
  /** 附注 on disclosure without its brackets: 此件公开发布. */
  disclosure: z.string().min(1).nullable(),
  /** Id of the gazette that printed it. */
  gazette: z.string().min(1),
  /** Section of the gazette, from its contents list or running headers. */
  section: z.string().min(1).nullable(),
  /** Texts that stand after the covering text; label null for the text that the cover distributes. */
  attachments: z.array(
    z.strictObject({ label: z.string().min(1).nullable(), title: z.string().min(1), line }),
  ),
  /** When this notice itself holds, and the clause that says so. */
  effective: z
    .strictObject({ from: day.nullable(), until: day.nullable(), text: z.string().min(1) })
    .nullable(),
  /** Numbers or titles of documents that this notice declares void. */
  repeals: z.array(z.string().min(1)),
  /** Documents cited by number; notice: id in this archive where exactly one notice bears the number. */
  citations: z.array(
    z.strictObject({
      title: z.string().min(1).nullable(),
      docNumber: z.string().min(1),
      line,
      notice: z.string().nullable(),
    }),
  ),
  /** Where it stands in the source: 1-based lines, inclusive. */
  source: z.strictObject({ file: z.string().min(1), startLine: line, endLine: line }),
  /** BCP 47 tag of the text. */
  language: z.literal('zh-Hans'),
  /** Source lines of each top-level block of the body, in order: `12`, `12-15`. */
  lines: z.array(z.string().regex(/^\d+(?:-\d+)?$/)),
  /** Where each field was read. */
  evidence: z.partialRecord(
    z.enum([
      'title',
      'docNumber',
      'docType',
      'issuers',
      'addressees',
      'date',
      'disclosure',
      'section',
      'attachments',
      'effective',
      'repeals',
    ]),
    z.strictObject({ line: line.nullable(), how: z.enum(evidenceKinds) }),
  ),
  /** What the pipeline was unsure of. */
  doubts: z.array(z.strictObject({ rule: z.string().min(1), line, reason: z.string().min(1) })),
  /**
   * Hand-made corrections that were applied: to a field; `text`: a misprint, which the body keeps as printed;
   * `paragraphs`: joined or split; `boundary`: where the notice begins or ends.
   */
  corrections: z.array(
    z.strictObject({
      field: z.string().min(1),
      from: z.string().nullable(),
      to: z.string().nullable(),
      /** Where it applies; null for a field that stands on no line. */
      line: line.nullable(),
      /** Why, in Chinese and in English. */
      reason: z.string().min(1),
      english: z.string().min(1),
    }),
  ),
  /** An editor's remarks on what is printed, which change nothing; absent where there is none. */
  notes: z
    .array(
      z.strictObject({
        line,
        /** The words remarked on. */
        printed: z.string().min(1),
        /** The remark, in Chinese and in English. */
        text: z.string().min(1),
        english: z.string().min(1),
      }),
    )
    .min(1)
    .optional(),
});

export type Notice = z.infer<typeof noticeSchema>;
export type NoticeKind = Notice['kind'];
