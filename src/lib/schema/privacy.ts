import { z } from 'astro/zod';

/** `content/vocab/privacy.yaml`: what is not masked though it looks like a person's number. */
export const privacySchema = z.strictObject({
  /** Numbers that offices publish as their own. */
  offices: z.array(
    z.strictObject({
      /** Digits only. */
      number: z.string().regex(/^\d{11,19}$/),
      /** Whose number it is, as printed. */
      owner: z.string().min(1),
      /** Where it is printed, and why it is the office's own. */
      reason: z.string().min(1),
    }),
  ),
});

export type Privacy = z.infer<typeof privacySchema>;

/** The numbers of offices. */
export function officeNumbers({ offices }: Privacy): ReadonlySet<string> {
  return new Set(offices.map(({ number }) => number));
}
