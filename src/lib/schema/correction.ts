import { z } from 'astro/zod';
import { noticeKinds, noticeSchema } from './notice.ts';

/** A 1-based line of the source text. */
const line = z.int().positive();
const text = z.string().min(1);

/** Why, in one short sentence for readers, in both languages. */
const reason = z.strictObject({ zh: text, en: text });

const change = <Name extends string, Value extends z.ZodType>(name: Name, value: Value) =>
  z.strictObject({ name: z.literal(name), from: value, to: value });

const { shape } = noticeSchema;

/** A field with what the reader reads, and what it should be; bodies by their names. */
export const fieldChangeSchema = z.discriminatedUnion('name', [
  change('title', shape.title),
  change('docNumber', shape.docNumber),
  change('docType', shape.docType),
  change('issuers', z.array(text)),
  change('addressees', shape.addressees),
  change('date', shape.date),
  change('disclosure', shape.disclosure),
  change('section', shape.section),
  change('attachments', shape.attachments),
  change('effective', shape.effective),
  change('repeals', shape.repeals),
]);

/** True for an entry that says one thing beside its reason. */
const saysOne = (entry: object): boolean => Object.keys(entry).length === 2;
const oneThing = (kinds: string) => ({ error: `expected exactly one of ${kinds}, and a reason` });

const noticeCorrectionSchema = z
  .strictObject({
    reason,
    /** Changes a field of the frontmatter. */
    field: fieldChangeSchema.optional(),
    /** The paragraph that begins at the line goes on with the one before. */
    join: z.strictObject({ line }).optional(),
    /** A new paragraph begins with these words of the line. */
    split: z.strictObject({ line, before: text }).optional(),
    /** Printed wrongly: shown as printed and marked, found by both. */
    misprint: z
      .strictObject({ line, printed: text, meant: text })
      .refine(
        ({ printed, meant }) => printed !== meant,
        'expected `meant` to differ from `printed`',
      )
      .optional(),
    /** A remark on what is printed at the line; changes nothing. */
    note: z.strictObject({ line, printed: text }).optional(),
  })
  .refine(saysOne, oneThing('field, join, split, misprint, note'));

/** `content/corrections/<notice-id>.yaml`: corrections to one notice, and an editor's notes on it. */
export const noticeCorrectionsSchema = z.strictObject({
  /** The gazette whose lines are meant. */
  gazette: text,
  corrections: z.array(noticeCorrectionSchema).min(1),
});

const boundarySchema = z
  .strictObject({
    reason,
    /** A notice begins at the line, with its title. */
    begin: z.strictObject({ line, kind: z.enum(noticeKinds).default('notice') }).optional(),
    /** No notice begins at the line: it belongs to the one before. */
    notABeginning: z.strictObject({ line }).optional(),
    /** The notice ends with the line; what follows up to the next is the gazette's own. */
    end: z.strictObject({ line }).optional(),
  })
  .refine(saysOne, oneThing('begin, notABeginning, end'));

/** `content/corrections/<gazette-id>.yaml`: where the notices of one gazette begin and end. */
export const gazetteCorrectionsSchema = z.strictObject({
  boundaries: z.array(boundarySchema).min(1),
});

export type NoticeCorrection = z.infer<typeof noticeCorrectionSchema>;
export type FieldChange = z.infer<typeof fieldChangeSchema>;
export type Boundary = z.infer<typeof boundarySchema>;
export type Reason = z.infer<typeof reason>;
