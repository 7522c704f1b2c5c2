import { describe, expect, test } from '@jest/globals';
import { hasFigure } from '../../src/review/signals/figures.ts';
import { readBlock } from '../../src/review/words/block-text.ts';
import { ALL_OWN } from '../../src/review/words/borrowed-text.ts';
import { PhraseMatcher } from '../../src/review/words/phrase-matcher.ts';
import { joinWords, lengthOf, sentencesOf, wordsOf, writtenAs } from '../../src/review/words/tokenise.ts';
import type { CueName } from '../../src/rubric/names.ts';

describe('words', () => {
  test.each([
    ["l'évaluation qu'il n'aide pas", ["l'", 'evaluation', "qu'", 'il', "n'", 'aide', 'pas']],
    ["aujourd'hui, it's o'clock", ["aujourd'hui", "it's", "o'clock"]],
    ['準確率與資料', ['准', '确', '率', '与', '资', '料']],
    ['RAG を使う', ['rag', 'を', '使', 'う']],
    ['LINEに流す', ['line', 'に', '流', 'す']],
    ['用XGBoost模型', ['用', 'xgboost', '模', '型']],
  ])('%s', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  test('two characters of a script without spaces are as long as a word', () => {
    expect(lengthOf(wordsOf('three plain words'))).toBe(3);
    expect(lengthOf(wordsOf('准确率'))).toBe(2);
    expect(lengthOf(wordsOf('用 LSTM 预测'))).toBe(3);
  });

  test('are put together and shown as their author wrote them', () => {
    expect(joinWords(['vector', '检', '索', 'rag'])).toBe('vector 检索 rag');
    expect(writtenAs('Siehe https://a.example/b: Die Präzision steigt.', 1, 2)).toBe('Die Präzision');
    expect(writtenAs('提升準確率', 2, 4)).toBe('準確率');
    expect(writtenAs('one', 3, 4)).toBe('');
  });
});

describe('phrases without spaces', () => {
  const found = (phrase: string, text: string) =>
    new PhraseMatcher({ it: [phrase] }).find(wordsOf(text)).length;

  test.each([
    ['机器学习', '使用機器學習模型', 1],
    ['尝试 … 但', '尝试了字符级嵌入但没有用', 1],
    ['尝试 … 但', '尝试了一二三四五六七八九十个办法但没有用', 0],
    ['ではなく', '外部の索引ではなく手元に置く', 1],
  ])('%s in "%s": %d', (phrase, text, times) => {
    expect(found(phrase, text)).toBe(times);
  });

  test('are said with the author’s own characters', () => {
    const matcher = new PhraseMatcher<CueName>({ metric: ['准确率'] });
    const block = {
      kind: 'paragraph',
      text: '提升準確率。',
      columns: '',
      isHead: false,
      links: [],
      images: [],
    } as const;
    expect(readBlock(block, matcher, ALL_OWN).sentences[0]?.said('metric')).toBe('準確率');
  });
});

test.each([
  ['Das gilt z. B. für Brot. Und Kuchen.', 2],
  ['Cela vaut p. ex. pour le pain.', 1],
  ['没有效果。换了模型！', 2],
])('sentences of "%s": %d', (text, count) => {
  expect(sentencesOf(text)).toHaveLength(count);
});

describe('figures', () => {
  test.each([
    'Genauigkeit von 92,3 %',
    'précision de 92,3 %',
    '准确率９２．３％',
    '正解率は92％です',
    'MAE de 2,1 minutos',
    'Abweichung 6,8',
    '5 分钟降到 50 秒',
    '応答時間は1.4秒',
    'De 150 recibos acierta 138',
    'Sur 80 questions, 67 sont justes',
    '120 件中 94 件',
    '第3名',
    '3. Platz',
  ])('%s is one', text => {
    expect(hasFigure(text)).toBe(true);
  });

  test.each([
    'entre los años 2019 y 2023',
    'ngram_range=(1,2)',
    '共 3 分类',
    'Python 3.12.1',
    'el 12 de mayo',
  ])('%s is none', text => {
    expect(hasFigure(text)).toBe(false);
  });
});
