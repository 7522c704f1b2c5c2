import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hasFigure } from '../../src/review/signals/figures.ts';
import { PhraseMatcher } from '../../src/review/words/phrase-matcher.ts';
import {
  MAX_BLOCK_CHARACTERS,
  sentencesOf,
  wordsAsWritten,
  wordsOf,
  writtenAs,
} from '../../src/review/words/tokenise.ts';

describe('words', () => {
  test.each([
    ['The F1-Score is 0.91, not 91%.', ['the', 'f1', 'score', 'is', '0.91', 'not', '91']],
    ['It didn’t work — no “luck”', ['it', "didn't", 'work', 'no', 'luck']],
    ['Évaluation du modèle', ['evaluation', 'du', 'modele']],
    ['時間がかかる', ['时', '间', 'が', 'か', 'か', 'る']],
    ['see https://example.org/a/b?c=d now', ['see', 'now']],
    ['k-means++ in C#', ['k', 'means', 'in', 'c']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  test('as their author wrote them, one by one and several in a row', () => {
    const text = 'Évaluation: see https://example.org/a, then “RAG-Fusion”.';
    expect(wordsAsWritten(text)).toEqual(['Évaluation', 'see', 'then', 'RAG', 'Fusion']);
    expect(writtenAs(text, 3, 4)).toBe('RAG-Fusion');
    expect(writtenAs(text, 4, 9)).toBe('Fusion');
    expect(writtenAs(text, 9, 9)).toBe('');
  });

  test('stand at the same places as written', () => {
    const piece = fc.oneof(
      fc.constantFrom('İ', 'ß', 'ﬁ', "d'été", '時間', '1.5', 'https://a.b/c', ' ', '漢ー', '\u0301'),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const text = pieces.join('');
        expect(wordsAsWritten(text)).toHaveLength(wordsOf(text).length);
      }),
    );
  });
});

describe('sentences', () => {
  test.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['Some tools, e.g. grep, help. It is v1.2 now.', ['Some tools, e.g. grep, help.', 'It is v1.2 now.']],
    ['これは。あれは。', ['これは。', 'あれは。']],
    ['No stop at all', ['No stop at all']],
  ])('%s', (text, expected) => {
    expect(sentencesOf(text).map(sentence => sentence.text)).toEqual(expected);
  });

  test('are read up to a limit, at its edge', () => {
    const text = `${'a'.repeat(MAX_BLOCK_CHARACTERS - 1)}b and c`;
    expect(sentencesOf(text).map(sentence => sentence.text.length)).toEqual([MAX_BLOCK_CHARACTERS]);
  });
});

describe('phrases', () => {
  const found = (phrase: string, text: string) =>
    new PhraseMatcher({ it: [phrase] }).find(wordsOf(text)).length;

  test.each([
    ['hard to', 'It is HARD to find.', 1],
    ['hard to', 'It is hard and to the point.', 0],
    ['predict*', 'Predicting and predicted, a prediction, no product.', 3],
    ['tried … but', 'We tried a larger model but it failed.', 1],
    ['tried … but', 'We tried one two three four five but it failed.', 0],
    ['trade-off*', 'A trade-off and two tradeoffs and trade-offs', 2],
    ['no … no', 'no server and no account', 1],
    ['模型', '这个模型很好', 1],
    ['*', 'anything', 0],
    ['', 'anything', 0],
  ])('%s in "%s": %d', (phrase, text, times) => {
    expect(found(phrase, text)).toBe(times);
  });

  test('say where they stand', () => {
    const matcher = new PhraseMatcher({ a: ['two'], b: ['two three'] });
    expect(matcher.find(['one', 'two', 'three'])).toEqual([
      { name: 'a', start: 1, end: 1 },
      { name: 'b', start: 1, end: 2 },
    ]);
  });
});

describe('figures', () => {
  test.each(['91%', '0.83', '12 ms', '$0.02', '2.5x', '51 of 60', '1,204', '4.2', '3rd place'])(
    '%s is one',
    text => {
      expect(hasFigure(`It is ${text} now`)).toBe(true);
    },
  );

  test.each(['Python 3.12.1', 'port 8000', 'in 2024', 'v1.2.3', 'chapter 3', 'a model'])(
    '%s is none',
    text => {
      expect(hasFigure(`It is ${text} now`)).toBe(false);
    },
  );
});
