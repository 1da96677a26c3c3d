import { z } from 'astro/zod';
import { personalKinds } from '../privacy/mask.ts';
import { furnitureKinds } from '../tree/types.ts';

const line = z.int().positive();
const count = z.int().nonnegative();

/** `content/notices/<gazette>/reading.yaml`: how one gazette was read, for whoever asks how far to trust it. */
export const readingSchema = z.strictObject({
  /** Characters that are not blank: in the source, in its notices, in its furniture. */
  characters: z.strictObject({ source: count, notices: count, furniture: count }),
  /** Tables rebuilt, and tables kept line by line. */
  tables: z.strictObject({ rebuilt: count, lines: count }),
  /** Runs of lines that belong to the gazette, not to a notice. */
  furniture: z.array(
    z.strictObject({
      kind: z.enum(furnitureKinds),
      startLine: line,
      endLine: line,
      text: z.string().min(1),
    }),
  ),
  /** Personal numbers that were masked, and the lines they stand on; absent where none was. */
  masked: z
    .array(z.strictObject({ line, endLine: line, kind: z.enum(personalKinds) }))
    .min(1)
    .optional(),
  /** What the passes were unsure of. */
  doubts: z.array(z.strictObject({ rule: z.string().min(1), line, reason: z.string().min(1) })),
});

export type Reading = z.infer<typeof readingSchema>;
