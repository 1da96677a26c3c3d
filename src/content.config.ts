import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { gazetteSchema } from './lib/schema/gazette.ts';
import { noticeSchema } from './lib/schema/notice.ts';
import { bodySchema, documentTypeSchema, regionSchema } from './lib/schema/vocabulary.ts';

export const collections = {
  notices: defineCollection({
    loader: glob({
      base: 'content/notices',
      pattern: '**/*.md',
      generateId: ({ data }) => String(data['id']),
    }),
    schema: noticeSchema,
  }),
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
