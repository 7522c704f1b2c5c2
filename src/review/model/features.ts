/** A passage as the model sees it: named features, and hashed words of its text and its headings. */
import type { Outline } from '../../readme/outline.ts';
import type { ObservedBlock } from '../observe.ts';
import type { CriterionScore } from '../score-criterion.ts';
import type { PhraseMatcher } from '../words/phrase-matcher.ts';
import { wordsOf } from '../words/tokenise.ts';
import { type Hashed, hashedHeadings, hashedText } from './hash-words.ts';
import type { Passage } from './passages.ts';
import { type PassagePoints, pointsOf } from './points.ts';
import { structureOf } from './structure.ts';

/** Classes of plain words and of heading words (`models/classes.en.yml`). */
export interface WordClasses {
  readonly words: PhraseMatcher<string>;
  readonly headings: PhraseMatcher<string>;
}

export interface Features {
  readonly named: ReadonlyMap<string, number>;
  readonly hashed: readonly Hashed[];
}

/** What features are made from. */
export interface FeatureSource {
  readonly passages: readonly Passage[];
  readonly outline: Outline;
  readonly classes: WordClasses;
  /** What the signals made of each criterion that the model knows, by its id. */
  readonly scores: ReadonlyMap<string, CriterionScore>;
}

/** Values in relation to each other, found by cross-validation: how far a weight of that kind may carry. */
const NAMED_VALUE = 0.25;
const POINTS_VALUE = 0.5;

/** What all passages of a section share. */
interface SectionFeatures {
  readonly classes: readonly string[];
  readonly hashed: readonly Hashed[];
}

/** The features of every passage, in order. Linear in the text. */
export function featuresOf({ passages, outline, classes, scores }: FeatureSource): readonly Features[] {
  const sections = new Map<number, SectionFeatures>();
  const blockCount = passages.reduce((sum, passage) => sum + passage.blocks.length, 0);
  let position = 0;
  const points = pointsOf(passages, scores);
  return passages.map((passage, index) => {
    const section = sections.get(passage.section) ?? sectionFeatures(passage.section, outline, classes);
    sections.set(passage.section, section);
    const named = new Map<string, number>();
    for (const [name, value] of structureOf(passage, { position, blockCount }))
      named.set(name, value * NAMED_VALUE);
    position += passage.blocks.length;
    for (const name of section.classes) named.set(name, NAMED_VALUE);
    for (const block of passage.blocks) nameWhatItSays(block, classes, named);
    namePoints(points[index] ?? new Map(), named);
    return { named, hashed: [...hashedText(passage), ...section.hashed] };
  });
}

/** The rubric's own opinion of the passage, by size and by the level it stands for. */
function namePoints(points: PassagePoints, named: Map<string, number>): void {
  for (const [criterion, { share, level }] of points) {
    named.set(`points:${criterion}`, share * POINTS_VALUE);
    if (level >= 1) named.set(`points>=1:${criterion}`, POINTS_VALUE / 2);
    if (level >= 2) named.set(`points>=2:${criterion}`, POINTS_VALUE / 2);
  }
}

function nameWhatItSays(block: ObservedBlock, classes: WordClasses, named: Map<string, number>): void {
  for (const signal of block.signals) named.set(`signal:${signal}`, NAMED_VALUE);
  for (const sentence of block.text.sentences) {
    for (const cue of sentence.cues) named.set(`cue:${cue}`, NAMED_VALUE);
    for (const { name } of classes.words.find(sentence.words)) named.set(`words:${name}`, NAMED_VALUE);
    if (sentence.hasFigure) named.set('words:figure', NAMED_VALUE);
  }
}

function sectionFeatures(section: number, outline: Outline, classes: WordClasses): SectionFeatures {
  const titles = titlesAbove(section, outline).map(wordsOf);
  return {
    classes: [
      ...titles.flatMap(words => classes.headings.find(words).map(({ name }) => `under:${name}`)),
      ...classes.headings.find(titles[0] ?? []).map(({ name }) => `heading:${name}`),
    ],
    hashed: hashedHeadings(titles),
  };
}

/** The headings that a section stands under, the nearest first. */
export function titlesAbove(section: number, outline: Outline): readonly string[] {
  const titles: string[] = [];
  for (let at = section; at >= 0; at = outline.sections[at]?.parent ?? -1) {
    titles.push(outline.sections[at]?.title ?? '');
  }
  return titles;
}
