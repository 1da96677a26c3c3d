import { z } from 'astro/zod';

/** `content/pages/<lang>/<name>.md`: a page written by hand. */
export const pageSchema = z.strictObject({
  title: z.string().min(1),
  /** One sentence for search engines and link previews. */
  description: z.string().min(1),
});

export type HandWrittenPage = z.infer<typeof pageSchema>;
