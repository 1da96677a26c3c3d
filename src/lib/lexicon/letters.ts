import type { Vocabulary } from '../schema/vocabulary.ts';
import { readDate } from '../text/dates.ts';
import { bare } from '../text/spaces.ts';
import { oneOf } from './patterns.ts';

/** What the vocabulary knows of the parts that stand around the text of a document (GB/T 9704—2012, part 7). */
export interface LetterWords {
  /** May it be a line of addressees, or the last of them, which ends in a colon? */
  isAddressees(text: string): boolean;
  /** Is it the formula that ends a document: 此复。? */
  isClosing(text: string): boolean;
  /** The disclosure note without its brackets: 此件公开发布; null for none. */
  disclosureOf(text: string): string | null;
  /** Is it the number under which a document is registered: `HZCR-2020-00006`, `登记号：XDR-2020-01003`? */
  isRegistration(text: string): boolean;
  /** Does a line below the signature open with it: 抄送：…, 某办公室2016年3月18日印发, 共印80份? */
  opensDispatchNote(text: string): boolean;
  /** Label of an attachment alone on its line: 附件, 附件1：; null for none. */
  attachmentLabelOf(text: string): string | null;
  /** Does it announce an attachment by its title: 附件：某某表? */
  announcesAttachment(text: string): boolean;
  /** Length of a numbered label with its title after it: 附件一　某某表; 0 for none. */
  attachmentLabelLength(text: string): number;
}

export function makeLetterWords({ wording }: Vocabulary): LetterWords {
  const opensSentence = new RegExp(
    `^(?!${oneOf(wording.nameOpeners)})${oneOf(wording.sentenceOpeners)}`,
    'u',
  );
  const recipient =
    /各|有关|政府|委员会|部门|单位|办事处|党委|党组|管委会|园区|区委|市委|县委|街道|[乡镇县市区局厅委办院会部校学司台民行所站队社团][：:]?$|\p{Script=Han}(?:委员|代表|同志|先生|女士)[：:]?$/u;
  const closingFormula = new RegExp(`^${oneOf(wording.closingFormulas)}[。，！]?$`, 'u');
  const disclosure = new RegExp(
    String.raw`^[（(【〔]?(${oneOf(wording.disclosureNotes)}|此件[\p{Script=Han}]{2,10})[)）】〕]?$`,
    'u',
  );
  const dash = '[-－—–]';
  const registration = new RegExp(
    String.raw`^(?:${oneOf(wording.registrationLabels)}[：:]?[A-Z]{2,8}(?:${dash}?\d+)+|[A-Z]{2,8}(?:\d{2}${dash})?${dash}?\d{2,4}${dash}\d{3,7})$`,
    'u',
  );
  const dispatch = new RegExp(
    String.raw`^(?:${oneOf(wording.dispatchLabels)}[：:]|[（(]?共印\d+份|.{4,40}\d日印[发制]?$)`,
    'u',
  );
  const attachment = oneOf(wording.attachmentLabels);
  const label = new RegExp(
    String.raw`^[【（(\[]?(${attachment}[\d０-９一二三四五六七八九十]{0,3}(?:[-－—.][\d０-９]{1,2})?)[】）)\]]?[：:]?$`,
    'u',
  );
  const announced = new RegExp(`^${attachment}[：:].`, 'u');
  const labelWithTitle = new RegExp(
    String.raw`^${attachment}\s*(?:[\d０-９]{1,2}|[一二三四五六七八九十]{1,2}(?=[\s：:]))(?:[：:]\s*|\s+)(?=[^\d\s])`,
    'u',
  );
  return {
    isAddressees: (text) => {
      const plain = bare(text);
      return (
        !/[。；！？]/u.test(plain) &&
        !opensSentence.test(plain) &&
        !/如下|决定/u.test(plain) &&
        recipient.test(plain) &&
        readDate(plain) === null
      );
    },
    isClosing: (text) => closingFormula.test(bare(text)),
    disclosureOf: (text) => disclosure.exec(bare(text))?.[1] ?? null,
    isRegistration: (text) => registration.test(bare(text)),
    opensDispatchNote: (text) => dispatch.test(bare(text)),
    attachmentLabelOf: (text) => label.exec(bare(text))?.[1] ?? null,
    announcesAttachment: (text) => announced.test(bare(text)),
    attachmentLabelLength: (text) => labelWithTitle.exec(text)?.[0].length ?? 0,
  };
}
