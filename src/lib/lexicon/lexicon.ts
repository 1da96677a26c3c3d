import type { Vocabulary } from '../schema/vocabulary.ts';
import { makeBodyWords, type BodyWords } from './bodies.ts';
import { makeFrontMatterWords, type FrontMatterWords } from './front-matter.ts';
import { makeLetterWords, type LetterWords } from './letters.ts';
import { makePeopleWords, type PeopleWords } from './people.ts';
import { makeTableWords, type TableWords } from './tables.ts';
import { makeTitleWords, type TitleWords } from './titles.ts';

/** Questions about a line that the vocabulary answers; every text may hold layout spaces. */
export interface Lexicon
  extends BodyWords, TitleWords, LetterWords, PeopleWords, TableWords, FrontMatterWords {}

export function makeLexicon(vocabulary: Vocabulary): Lexicon {
  const titles = makeTitleWords(vocabulary);
  return {
    ...titles,
    ...makeBodyWords(vocabulary),
    ...makeLetterWords(vocabulary),
    ...makePeopleWords(vocabulary),
    ...makeTableWords(vocabulary),
    ...makeFrontMatterWords(vocabulary, titles),
  };
}
