import { expect, test } from '@jest/globals';
import { readingFor } from '../../src/review/reading.ts';
import { wordsOf } from '../../src/review/words/tokenise.ts';
import { baseRubric } from './base-rubric.ts';

const rubric = baseRubric();

function cuesIn(language: string, text: string): readonly string[] {
  return (
    readingFor(rubric, language)
      ?.cues.find(wordsOf(text))
      .map(({ name }) => name) ?? []
  );
}

/** Accents are folded and stems are open, so that a word may be taken for quite another one. */
test.each([
  ['de', 'metric', 'Wer Schicht arbeitet, kommt auch zu spät'],
  ['de', 'target', 'Damit konnte ich den Fehler senken'],
  ['es', 'choice', 'agotar el límite de OpenAI'],
  ['es', 'obstacle', 'el trabajo del equipo'],
  ['es', 'pain', 'la matriz de confusión'],
  ['es', 'command', 'un modelo que corre en el portátil'],
  ['fr', 'metric', 'aucun effet visible'],
  ['fr', 'remedy', 'le prix du cacao'],
  ['fr', 'finding', 'un modèle par classe, à la place'],
  ['pt', 'method', 'atenção ao erro no PDF'],
  ['pt', 'achieved', 'o atraso da frente'],
  ['zh', 'limit', '能不能提前一天知道'],
  ['zh', 'instead', '这些问题没有用于训练'],
  ['ja', 'future', '公演予定を足す'],
])('%s: no %s in "%s"', (language, cue, text) => {
  expect(cuesIn(language, text)).not.toContain(cue);
});

/** One idea in the words of each language, in wordings that no passage of `fixtures/passages` has. */
test.each([
  ['de', 'dropped', 'Die Bildvariante flog wieder raus'],
  ['es', 'dropped', 'al final sacamos el filtro: lo sacamos en mayo'],
  ['fr', 'dropped', 'on a retiré le second modèle'],
  ['pt', 'dropped', 'o filtro antigo não rolou e saiu'],
  ['zh', 'dropped', '加了天气以后没什么用'],
  ['ja', 'dropped', '天気を足してみたが変わらなかった'],
  ['ja', 'method', '表はXGBoostで学習した'],
  ['zh', 'method', '改用LightGBM做回归'],
])('%s: %s in "%s"', (language, cue, text) => {
  expect(cuesIn(language, text)).toContain(cue);
});
