/** What somebody may add to a README so that it looks better than it is, as arbitraries. */
import fc from 'fast-check';
import { isCharacterWord, lengthOf, wordsOf } from '../../../src/review/words/tokenise.ts';
import type { Rubrics } from '../../../src/rubric/rubrics.ts';

export interface TemptingText {
  /** Names of sections that criteria look for. */
  readonly heading: fc.Arbitrary<string>;
  /** Words and short phrases that signals, criteria and project types look for, in the README's language and in English. */
  readonly keyword: fc.Arbitrary<string>;
  /** A sentence of the rubrics: questions, advice, examples. */
  readonly rubricSentence: fc.Arbitrary<string>;
}

/** A longer phrase is a sentence on its way. In words, and in characters of a script without spaces. */
const LONGEST_KEYWORD = 3;
const LONGEST_KEYWORD_CHARACTERS = 4;

export function temptingText({ base, types }: Rubrics, language: string): TemptingText {
  const criteria = [base, ...types].flatMap(rubric => rubric.criteria);
  const lexicons = base.lexicons.filter(lexicon => [language, 'en'].includes(lexicon.language));
  const keywords = [
    ...lexicons.flatMap(({ cues }) => Object.values(cues).flatMap(phrases => phrases ?? [])),
    ...criteria.flatMap(({ words }) => [...(words[language] ?? []), ...(words['en'] ?? [])]),
    ...base.projectTypes.flatMap(({ tools, words }) => [...tools, ...words]),
  ];
  const headings = criteria.flatMap(criterion =>
    Object.values(criterion.headings).flatMap(phrases => phrases ?? []),
  );
  const sentences = criteria.flatMap(
    ({ question, whyItMatters, lookedFor, wording, questions, nextStep, examples }) => [
      question,
      whyItMatters,
      ...lookedFor,
      wording.missing,
      wording.thin,
      ...(wording.praise ?? []).map(({ ask }) => ask),
      ...[...questions.missing, ...questions.thin].map(({ ask }) => ask),
      ...Object.values(nextStep),
      ...Object.values(examples),
    ],
  );
  return {
    heading: oneOf(
      headings
        .flatMap(found => found ?? [])
        .map(withoutMarks)
        .map(capital),
    ),
    keyword: oneOf(keywords.filter(isShort).map(withoutMarks)),
    rubricSentence: oneOf(sentences.map(sentence => (/[.?!]$/.test(sentence) ? sentence : `${sentence}.`))),
  };
}

function oneOf(texts: readonly string[]): fc.Arbitrary<string> {
  return fc.constantFrom(...new Set(texts));
}

/** A phrase of a lexicon as an author would write it. */
function withoutMarks(phrase: string): string {
  return phrase.replaceAll('*', '');
}

function isShort(phrase: string): boolean {
  const words = wordsOf(phrase);
  const characters = words.filter(isCharacterWord).length;
  return (
    !phrase.includes('…') && lengthOf(words) <= LONGEST_KEYWORD && characters <= LONGEST_KEYWORD_CHARACTERS
  );
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
