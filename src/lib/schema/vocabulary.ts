import { z } from 'astro/zod';

const names = { zh: z.string().min(1), en: z.string().min(1) };
const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** `content/vocab/bodies.yaml`: a body that issues documents or is named in them. */
export const bodySchema = z.strictObject({
  id,
  ...names,
  /** Other names it is printed under: short forms, joint-title forms, misprints. */
  aliases: z.array(z.string().min(1)).default([]),
  /** GB/T 2260 code of the place it serves. */
  region: z.string().regex(/^\d{6}$/),
});

/** `content/vocab/document-types.yaml`: 文种. */
export const documentTypeSchema = z.strictObject({
  id,
  ...names,
  /** True for the fifteen types of 党政机关公文处理工作条例 (2012), article 8. */
  statutory: z.boolean(),
});

/** `content/vocab/regions.yaml`: places by GB/T 2260 code. */
export const regionSchema = z.strictObject({
  /** Six digits. */
  id: z.string().regex(/^\d{6}$/),
  /** Address of the place's page. */
  slug: id,
  ...names,
  /** Code of the place above it; null at the top. */
  parent: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
});

export type Body = z.infer<typeof bodySchema>;
export type DocumentType = z.infer<typeof documentTypeSchema>;
export type Region = z.infer<typeof regionSchema>;

const words = z.array(z.string().min(1)).min(1);

/** `content/vocab/wording.yaml`: the words by which the parser recognises the parts of a gazette. */
export const wordingSchema = z.strictObject({
  organEndings: words,
  organsOfPlaces: words,
  titleOpeners: words,
  distributingVerbs: words,
  partTitleEndings: words,
  disclosureNotes: words,
  sentenceOpeners: words,
  nameOpeners: words,
  closingFormulas: words,
  registrationLabels: words,
  documentNouns: words,
  announcementTypes: words,
  codelessTypes: words,
  explainingTypes: words,
  sourceLabels: words,
  webLabels: words,
  webControls: words,
  dispatchLabels: words,
  attachmentLabels: words,
  chronicleEndings: words,
  statisticsEndings: words,
  frontMatter: words,
  imprintDetails: words,
  sectionEndings: words,
  dutyLabels: words,
  postLabels: words,
  signingPosts: words,
  postEndings: words,
  tableHeads: words,
  tableTitles: words,
  tableColumns: z.strictObject({
    serial: words,
    persons: words,
    movers: words,
    units: words,
    bodies: words,
    numbers: words,
    deadline: words,
    figures: words,
    grades: words,
    notes: words,
    text: words,
  }),
  amountNames: words,
  figureUnits: words,
  taskVerbs: words,
  agencyEndings: words,
  surnames: z.string().min(1),
});

/** What a column of a table holds. */
export type ColumnKind = keyof z.infer<typeof wordingSchema>['tableColumns'];

export type Wording = z.infer<typeof wordingSchema>;

/** All that the pipeline knows beforehand. */
export interface Vocabulary {
  bodies: readonly Body[];
  documentTypes: readonly DocumentType[];
  regions: readonly Region[];
  wording: Wording;
}
