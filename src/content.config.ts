import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { markdownFiles, yamlPerFolder } from './content-loader.ts';
import { gazetteSchema } from './lib/schema/gazette.ts';
import { noticeSchema } from './lib/schema/notice.ts';
import { pageSchema } from './lib/schema/page.ts';
import { readingSchema } from './lib/schema/reading.ts';
import { bodySchema, documentTypeSchema, regionSchema } from './lib/schema/vocabulary.ts';

export const collections = {
  notices: defineCollection({
    loader: markdownFiles('content/notices'),
    schema: noticeSchema,
  }),
  readings: defineCollection({
    loader: yamlPerFolder('content/notices', 'reading.yaml'),
    schema: readingSchema,
  }),
  pages: defineCollection({ loader: markdownFiles('content/pages'), schema: pageSchema }),
  gazettes: defineCollection({
    loader: glob({ base: 'content/sources', pattern: '*.yaml' }),
    schema: gazetteSchema,
  }),
  bodies: defineCollection({ loader: file('content/vocab/bodies.yaml'), schema: bodySchema }),
  documentTypes: defineCollection({
    loader: file('content/vocab/document-types.yaml'),
    schema: documentTypeSchema,
  }),
  regions: defineCollection({ loader: file('content/vocab/regions.yaml'), schema: regionSchema }),
};
