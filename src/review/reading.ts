/** The lexicon of a README's language, made ready to find cues, headings and zones. Compiled once per rubric. */
import type { Lexicon } from '../rubric/lexicon.ts';
import { type CueName, ZONE_NAMES, type ZoneName } from '../rubric/names.ts';
import type { Criterion, Rubric } from '../rubric/rubric.ts';
import { borrowedSentences } from './words/block-text.ts';
import { PhraseMatcher } from './words/phrase-matcher.ts';

export interface Reading {
  readonly language: string;
  readonly cues: PhraseMatcher<CueName>;
  /** Heading names of criteria, by criterion id. Headings and zones are often English where the prose is not. */
  readonly headings: PhraseMatcher<string>;
  readonly zones: PhraseMatcher<ZoneName>;
  /** Words that speak for a project type, by its id; they are the same in every language. */
  readonly types: PhraseMatcher<string>;
  readonly toys: PhraseMatcher<'toy'>;
  /** The rubric's own sentences: copied into a README, they count for nothing. */
  readonly borrowed: ReadonlySet<string>;
}

/** What a README is read as where the detector saw too little prose to tell. */
const FALLBACK_LANGUAGE = 'en';
const UNDETERMINED = 'und';

const compiled = new WeakMap<Rubric, Map<string, Reading>>();

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

function compile(rubric: Rubric, lexicon: Lexicon): Reading {
  const languages = new Set([lexicon.language, FALLBACK_LANGUAGE]);
  const headings = Object.fromEntries(
    rubric.criteria.map(({ id, headings: names }) => [id, [...languages].flatMap(code => names[code] ?? [])]),
  );
  const zoneLists = rubric.lexicons
    .filter(({ language }) => languages.has(language))
    .map(({ zones }) => zones);
  const zones = Object.fromEntries(
    ZONE_NAMES.map(name => [name, zoneLists.flatMap(list => list[name] ?? [])] as const),
  );
  return {
    language: lexicon.language,
    cues: new PhraseMatcher<CueName>(lexicon.cues),
    headings: new PhraseMatcher<string>(headings),
    zones: new PhraseMatcher<ZoneName>(zones),
    types: new PhraseMatcher<string>(
      Object.fromEntries(
        rubric.projectTypes.map(({ id, words }) => [id, [...words, ...(lexicon.types[id] ?? [])]]),
      ),
    ),
    toys: new PhraseMatcher<'toy'>({ toy: rubric.toyDatasets }),
    borrowed: borrowedSentences(rubric.criteria.flatMap(ownTexts)),
  };
}

function ownTexts(criterion: Criterion): readonly string[] {
  const { question, whyItMatters, lookedFor, wording, questions, nextStep, examples } = criterion;
  return [
    question,
    whyItMatters,
    ...lookedFor,
    wording.missing,
    wording.thin,
    ...[...questions.missing, ...questions.thin].map(({ ask }) => ask),
    ...Object.values(nextStep),
    ...Object.values(examples),
  ];
}
