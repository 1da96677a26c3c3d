import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { markdownFiles } from './content-loader.ts';
import { gazetteSchema } from './lib/schema/gazette.ts';
import { noticeSchema } from './lib/schema/notice.ts';
import { pageSchema } from './lib/schema/page.ts';
import { bodySchema, documentTypeSchema, regionSchema } from './lib/schema/vocabulary.ts';

export const collections = {
  notices: defineCollection({
    loader: markdownFiles('content/notices'),
    schema: noticeSchema,
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
