/** The lexicon of a README's language, made ready to find cues, headings and zones. Compiled once per rubric. */
import type { Lexicon } from '../rubric/lexicon.ts';
import { type CueName, ZONE_NAMES, type ZoneName } from '../rubric/names.ts';
import type { Criterion, Rubric } from '../rubric/rubric.ts';
import type { Rubrics } from '../rubric/rubrics.ts';
import { BorrowedText } from './words/borrowed-text.ts';
import { PhraseMatcher } from './words/phrase-matcher.ts';

export interface Reading {
  readonly language: string;
  readonly cues: PhraseMatcher<CueName>;
  /** Heading names of criteria, by criterion id. Headings and zones are often English where the prose is not. */
  readonly headings: PhraseMatcher<string>;
  /** The same for criteria that a project type or a mentor added; they take no heading away from the others. */
  readonly addedHeadings: PhraseMatcher<string>;
  /** What passages on a criterion talk about, by criterion id; null where no criterion says. */
  readonly words: PhraseMatcher<string> | null;
  readonly zones: PhraseMatcher<ZoneName>;
  /** Words that speak for a project type, by its id; they are the same in every language. */
  readonly types: PhraseMatcher<string>;
  readonly toys: PhraseMatcher<'toy'>;
  /** The rubric's own sentences: copied into a README, they count for nothing. */
  readonly borrowed: BorrowedText;
}

/** What a README is read as where the detector saw too little prose to tell. */
export const FALLBACK_LANGUAGE = 'en';
const UNDETERMINED = 'und';

const compiled = new WeakMap<Rubric, Map<string, Reading>>();
const compiledCues = new WeakMap<Lexicon, PhraseMatcher<CueName>>();
const borrowedFrom = new WeakMap<Rubric | Rubrics, BorrowedText>();

/** Null where no lexicon knows the language: then nothing is judged, and nothing is guessed. */
export function readingFor(rubric: Rubric, language: string): Reading | null {
  const code = language === UNDETERMINED ? FALLBACK_LANGUAGE : language;
  const lexicon = rubric.lexicons.find(candidate => candidate.language === code);
  if (lexicon === undefined) return null;
  const readings = compiled.get(rubric) ?? new Map<string, Reading>();
  compiled.set(rubric, readings);
  const known = readings.get(code);
  if (known !== undefined) return known;
  const reading = compile(rubric, lexicon);
  readings.set(code, reading);
  return reading;
}

/** For blocks that are read before it is known which rubric judges them: what was copied from any of them is no one's. */
export function readingForAny(rubrics: Rubrics, language: string): Reading | null {
  const reading = readingFor(rubrics.base, language);
  if (reading === null) return null;
  return { ...reading, borrowed: borrowedTexts(rubrics, [rubrics.base, ...rubrics.types]) };
}

function compile(rubric: Rubric, lexicon: Lexicon): Reading {
  const languages = new Set([lexicon.language, FALLBACK_LANGUAGE]);
  const inLanguages = (phrases: Criterion['headings']) => [...languages].flatMap(code => phrases[code] ?? []);
  const headingsOf = (criteria: readonly Criterion[]) =>
    Object.fromEntries(criteria.map(({ id, headings }) => [id, inLanguages(headings)]));
  const added = rubric.criteria.filter(({ id }) => rubric.added.includes(id));
  const words = rubric.criteria.map(({ id, words: own, onToyDataset }) => {
    return [id, [...inLanguages(own), ...(onToyDataset === undefined ? [] : rubric.toyDatasets)]] as const;
  });
  const zoneLists = rubric.lexicons
    .filter(({ language }) => languages.has(language))
    .map(({ zones }) => zones);
  const zones = Object.fromEntries(
    ZONE_NAMES.map(name => [name, zoneLists.flatMap(list => list[name] ?? [])] as const),
  );
  return {
    language: lexicon.language,
    cues: cuesOf(lexicon),
    headings: new PhraseMatcher<string>(
      headingsOf(rubric.criteria.filter(criterion => !added.includes(criterion))),
    ),
    addedHeadings: new PhraseMatcher<string>(headingsOf(added)),
    words: words.every(([, phrases]) => phrases.length === 0)
      ? null
      : new PhraseMatcher<string>(Object.fromEntries(words)),
    zones: new PhraseMatcher<ZoneName>(zones),
    types: new PhraseMatcher<string>(
      Object.fromEntries(
        rubric.projectTypes.map(({ id, words }) => [id, [...words, ...(lexicon.types[id] ?? [])]]),
      ),
    ),
    toys: new PhraseMatcher<'toy'>({ toy: rubric.toyDatasets }),
    borrowed: borrowedTexts(rubric, [rubric]),
  };
}

/** The rubrics of all project types share their lexicons. */
function cuesOf(lexicon: Lexicon): PhraseMatcher<CueName> {
  const cues = compiledCues.get(lexicon) ?? new PhraseMatcher<CueName>(lexicon.cues);
  compiledCues.set(lexicon, cues);
  return cues;
}

/** The sentences of these rubrics, remembered by what holds them: they are the same whatever a README is written in. */
function borrowedTexts(holder: Rubric | Rubrics, rubrics: readonly Rubric[]): BorrowedText {
  const known = borrowedFrom.get(holder);
  if (known !== undefined) return known;
  const criteria = rubrics.flatMap(rubric => rubric.criteria);
  const borrowed = new BorrowedText({
    singular: criteria.flatMap(ownTexts),
    common: criteria.map(({ examples }) => examples.weak),
  });
  borrowedFrom.set(holder, borrowed);
  return borrowed;
}

function ownTexts(criterion: Criterion): readonly string[] {
  const { question, whyItMatters, lookedFor, wording, onToyDataset, questions, nextStep, examples } =
    criterion;
  return [
    question,
    whyItMatters,
    ...lookedFor,
    wording.missing,
    wording.thin,
    ...(wording.praise ?? []).map(({ ask }) => ask),
    ...Object.values(onToyDataset ?? {}),
    ...[...questions.missing, ...questions.thin].map(({ ask }) => ask),
    ...Object.values(nextStep),
    examples.strong,
  ];
}
