import { z } from 'astro/zod';
import { encodings } from '../source/decode.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** `content/sources/<id>.yaml`: one issue of a gazette and where its text came from. */
export const gazetteSchema = z.strictObject({
  /** Name as printed: 吴忠市人民政府公报. */
  name: z.string().min(1),
  /** Name in English. */
  english: z.string().min(1),
  /** Publishing body: id in the vocabulary of bodies. */
  publisher: z.string().min(1),
  /** GB/T 2260 code of the place whose gazette it is. */
  region: z.string().regex(/^\d{6}$/),
  /** Year and number of the issue. */
  year: z.int().min(1900).max(2999),
  issue: z.int().positive(),
  /** 总第N期; null where not printed. */
  totalIssue: z.int().positive().nullable(),
  /** Publication date as exactly as printed: `2023-07-20`, `2019-08`, or null. */
  publishedOn: z
    .string()
    .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)
    .nullable(),
  /** SHA-256 of the text file, in hexadecimal. */
  sha256,
  /**
   * The file as it was received, where the text was converted from it: its name, its encoding, whether it began with a
   * byte-order mark, its SHA-256.
   */
  received: z
    .strictObject({
      name: z.string().min(1),
      encoding: z.enum(encodings),
      bom: z.literal(true).optional(),
      sha256,
    })
    .optional(),
  /** How the text was obtained, for readers; in both languages. */
  origin: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
});

export type Gazette = z.infer<typeof gazetteSchema>;
