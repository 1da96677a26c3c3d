import { z } from 'astro/zod';

const line = z.int().positive();
const text = z.string().min(1);
/** Number of a labelled notice within its gazette. */
const n = z.int().positive();

/**
 * `content/labels/<name>.notices.json`: what a person read in a gazette, notice by notice. A field that is left out is
 * not compared; null and an empty list say that the gazette prints none.
 */
export const labelledNoticesSchema = z.array(
  z.strictObject({
    n,
    startLine: line,
    endLine: line,
    title: text,
    docNumber: text.nullable(),
    docType: text.nullable().optional(),
    issuers: z.array(text),
    addressees: text.nullable(),
    date: z.iso.date().nullable(),
    disclosure: text.nullable(),
    section: text.optional(),
    /** Their titles. */
    attachments: z.array(text),
    effective: z
      .strictObject({ from: z.iso.date().nullable(), until: z.iso.date().nullable() })
      .nullable(),
    /** How many documents it declares void. */
    repeals: z.int().nonnegative(),
  }),
);

/** `content/labels/<name>.samples.json`: single blocks of those notices, as a person read them. */
export const labelledSamplesSchema = z.strictObject({
  paragraphs: z.array(z.strictObject({ notice: n, startLine: line, text })),
  headings: z.array(z.strictObject({ notice: n, line, text, runIn: z.boolean() })),
  /** The first rows of tables. */
  tables: z.array(
    z.strictObject({ notice: n, startLine: line, rows: z.array(z.array(z.string())) }),
  ),
});

/** `content/labels/sources.json`: the gazette that each set of labels is about. */
export const labelSourcesSchema = z.record(text, text);

/** `content/labels/accepted.json`: by set of labels and metric, the ids of what was read right when last accepted. */
export const acceptedSchema = z.record(text, z.record(text, z.array(text)));

export interface Labels {
  notices: z.infer<typeof labelledNoticesSchema>;
  samples: z.infer<typeof labelledSamplesSchema>;
}

export type Accepted = z.infer<typeof acceptedSchema>;
export type LabelledNotice = Labels['notices'][number];
