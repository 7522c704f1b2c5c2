/** What the named features of a passage weigh. */
import { CUE_NAMES } from '../../rubric/names.ts';
import type { Contribution } from '../explanation.ts';
import { writtenAs } from '../words/tokenise.ts';
import type { Features, WordClasses } from './features.ts';
import type { Weights } from './model.ts';
import type { Passage } from './passages.ts';

/** `said` has the words behind those features that stand for words, by the feature's name. */
export function explainFeatures(
  { named }: Features,
  weights: Weights,
  said: ReadonlyMap<string, string>,
): readonly Contribution[] {
  return [...named].map(([name, value]) => {
    const words = said.get(name);
    const amount = value * (weights.named.get(name) ?? 0);
    return { kind: 'feature', name, amount, ...(words === undefined ? {} : { said: words }) };
  });
}

/** The first words of a passage in which each cue and each class of words was found, as the author wrote them. */
export function wordsBehind({ blocks }: Passage, classes: WordClasses): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const sentence of blocks.flatMap(({ text }) => text.sentences)) {
    for (const cue of CUE_NAMES) {
      const words = said.has(`cue:${cue}`) ? null : sentence.said(cue);
      if (words !== null) said.set(`cue:${cue}`, words);
    }
    for (const { name, start, end } of classes.words.find(sentence.words)) {
      if (!said.has(`words:${name}`)) said.set(`words:${name}`, writtenAs(sentence.text, start, end));
    }
  }
  return said;
}
