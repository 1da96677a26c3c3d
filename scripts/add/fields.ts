import { gazetteSchema } from '../../src/lib/schema/gazette.ts';
import { idPattern, type Given } from '../../src/lib/source/draft.ts';
import { InputError } from '../files.ts';

/** Everything about an issue that a flag or an answer can give. */
export interface Answers extends Given {
  originZh?: string | undefined;
  originEn?: string | undefined;
}

interface Field {
  key: keyof Answers;
  flag: string;
  /** What is asked for, with an example. */
  label: string;
  /** Reads what was typed; null where it does not fit, undefined is no value. */
  read: (text: string) => string | number | null | undefined;
  /** May be `none`. */
  nullable: boolean;
}

const { shape } = gazetteSchema;

const word = (text: string): string | undefined => (text === '' ? undefined : text);
const fits =
  (schema: { safeParse: (value: unknown) => { success: boolean } }) =>
  (text: string): string | undefined =>
    schema.safeParse(text).success ? text : undefined;
const whole =
  (schema: { safeParse: (value: unknown) => { success: boolean } }) =>
  (text: string): number | undefined =>
    /^\d+$/u.test(text) && schema.safeParse(Number(text)).success ? Number(text) : undefined;

/** In the order in which they are asked: what comes later is drafted from what comes before. */
export const fields: readonly Field[] = [
  {
    key: 'name',
    flag: 'name',
    label: 'name as printed, such as 吴忠市人民政府公报',
    read: word,
    nullable: false,
  },
  {
    key: 'region',
    flag: 'region',
    label: 'GB/T 2260 code of the place, six digits',
    read: fits(shape.region),
    nullable: false,
  },
  {
    key: 'year',
    flag: 'year',
    label: 'year of the issue, such as 2023',
    read: whole(shape.year),
    nullable: false,
  },
  {
    key: 'issue',
    flag: 'issue',
    label: 'number of the issue in its year, such as 3',
    read: whole(shape.issue),
    nullable: false,
  },
  {
    key: 'totalIssue',
    flag: 'total',
    label: 'number in the whole series (总第N期), or none',
    read: whole(shape.totalIssue),
    nullable: true,
  },
  {
    key: 'publishedOn',
    flag: 'published',
    label: 'date of publication: 2023-07-20, 2019-08, 2019, or none',
    read: fits(shape.publishedOn),
    nullable: true,
  },
  {
    key: 'publisher',
    flag: 'publisher',
    label: 'publisher: full name, or id in content/vocab/bodies.yaml',
    read: word,
    nullable: false,
  },
  { key: 'english', flag: 'english', label: 'name in English', read: word, nullable: false },
  {
    key: 'id',
    flag: 'id',
    label: 'id: place, year, issue, such as wuzhong-2023-3',
    read: (text) => (idPattern.test(text) ? text : undefined),
    nullable: false,
  },
  {
    key: 'originZh',
    flag: 'origin-zh',
    label: 'how the text was obtained, in Chinese',
    read: word,
    nullable: false,
  },
  {
    key: 'originEn',
    flag: 'origin-en',
    label: 'how the text was obtained, in English',
    read: word,
    nullable: false,
  },
];

/**
 * Reads what was typed for a field.
 *
 * @throws InputError that says what was expected
 */
export function readField(field: Field, typed: string): string | number | null {
  const text = typed.trim().normalize('NFC');
  if (field.nullable && /^(?:none|无)$/iu.test(text)) return null;
  const value = field.read(text);
  if (value === undefined) throw new InputError(`unexpected \`${typed}\`, expected ${field.label}`);
  return value;
}

/**
 * Reads the values of flags.
 *
 * @throws InputError that names each flag whose value does not fit
 */
export function answersOf(flags: Readonly<Record<string, string | boolean | undefined>>): Answers {
  const faults: string[] = [];
  const answers: Answers = {};
  for (const field of fields) {
    const typed = flags[field.flag];
    if (typeof typed !== 'string') continue;
    try {
      Object.assign(answers, { [field.key]: readField(field, typed) });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      faults.push(`--${field.flag}: ${error.message}`);
    }
  }
  if (faults.length > 0) throw new InputError(faults.join('\n'));
  return answers;
}
