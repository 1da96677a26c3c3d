import type { Gazette } from './schema/gazette.ts';

/** How the gazettes of tests describe themselves; what a test is about goes over it. */
export const testGazette: Gazette = {
  name: '大武口区人民政府公报',
  english: "Gazette of the People's Government of Dawukou District",
  publisher: 'dawukou-government',
  region: '640202',
  year: 2021,
  issue: 1,
  totalIssue: null,
  publishedOn: null,
  sha256: '0'.repeat(64),
  origin: { zh: '样例', en: 'Sample' },
};
