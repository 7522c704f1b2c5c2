/** Additions that say nothing of the project, each as an arbitrary edit of a README. */
import fc from 'fast-check';
import { insertBlock, insertHeading } from './edits.ts';
import { capital, type TemptingText } from './tempting-text.ts';

type Edit = (readme: string) => string;

/** 0 up to 1: where in the README. */
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

function block(text: fc.Arbitrary<string>): fc.Arbitrary<Edit> {
  return fc.tuple(text, place).map(
    ([added, at]) =>
      readme =>
        insertBlock(readme, added, at),
  );
}

/** A copied sentence after a small change: its case, its stops, its emphasis. */
const CHANGES: readonly ((sentence: string) => string)[] = [
  sentence => sentence,
  sentence => `${sentence.toUpperCase()}`,
  sentence => sentence.toLowerCase(),
  sentence => `${sentence.replaceAll(/[,;:.?]/g, '')}.`,
  sentence => `**${sentence}**`,
  sentence => sentence.replace(/[.?]$/, '!'),
];

export const ADDITIONS: Readonly<Record<string, (text: TemptingText) => fc.Arbitrary<Edit>>> = {
  'an empty heading': ({ heading }) =>
    fc.tuple(fc.integer({ min: 1, max: 6 }), heading, place).map(
      ([level, title, at]) =>
        readme =>
          insertHeading(readme, level, title, at),
    ),
  'keywords in a paragraph': ({ keyword }) =>
    block(
      fc
        .tuple(
          fc.constantFrom('', 'Keywords: ', 'Tags: '),
          fc.array(keyword, { minLength: 4, maxLength: 24 }),
          fc.constantFrom(', ', ' | ', ' · ', '; '),
          fc.constantFrom('', '.'),
        )
        .map(([label, words, between, stop]) => `${label}${capital(words.join(between))}${stop}`),
    ),
  'keywords in bullets': ({ keyword }) =>
    block(
      fc
        .array(keyword, { minLength: 1, maxLength: 12 })
        .map(words => words.map(word => `- ${capital(word)}`).join('\n')),
    ),
  'sentences of the rubrics': ({ rubricSentence }) =>
    block(fc.array(rubricSentence, { minLength: 1, maxLength: 6 }).map(sentences => sentences.join(' '))),
  'sentences of the rubrics in bullets, as a quote, changed a little': ({ rubricSentence }) =>
    block(
      fc
        .tuple(
          fc.array(fc.tuple(rubricSentence, fc.constantFrom(...CHANGES)), { minLength: 1, maxLength: 6 }),
          fc.constantFrom('- ', '> ', '1. '),
        )
        .map(([sentences, mark]) =>
          sentences.map(([sentence, change]) => `${mark}${change(sentence)}`).join('\n'),
        ),
    ),
  badges: ({ keyword }) =>
    block(
      fc
        .array(
          keyword.map(
            word => `![${word}](https://img.shields.io/badge/${encodeURIComponent(word)}-99%25-green)`,
          ),
          { minLength: 1, maxLength: 5 },
        )
        .map(badges => badges.join(' ')),
    ),
  code: ({ rubricSentence, keyword }) =>
    block(
      fc
        .tuple(
          fc.constantFrom('', 'python', 'bash', 'yaml', 'js'),
          rubricSentence,
          fc.array(keyword, { maxLength: 8 }),
        )
        .map(
          ([language, sentence, words]) =>
            `\`\`\`${language}\n# ${sentence}\n# raw → clean → train → evaluate → deploy\naccuracy = 0.97  # ${words.join(' ')}\n\`\`\``,
        ),
    ),
  'an HTML comment': ({ rubricSentence, keyword }) =>
    block(
      fc
        .tuple(rubricSentence, fc.array(keyword, { maxLength: 8 }))
        .map(([sentence, words]) => `<!-- ${[sentence, ...words].join(' ').replaceAll(/-{2,}|>/g, ' ')} -->`),
    ),
};
