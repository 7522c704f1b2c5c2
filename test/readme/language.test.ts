import { describe, expect, test } from '@jest/globals';
import { readOutline } from '../../src/readme/read-outline.ts';

const languageOf = (text: string) => readOutline(text).language;

const ENGLISH = 'The gauge on the pier tells the height of the water every ten minutes, day and night.\n';
const GERMAN =
  'Der Pegel am Steg misst alle zehn Minuten, wie hoch das Wasser steht, bei Tag und bei Nacht.\n';

describe('the language of the prose', () => {
  test.each([
    ['en', ENGLISH],
    ['de', GERMAN],
    ['es', 'El mareógrafo del muelle mide la altura del agua cada diez minutos, de día y de noche.\n'],
    ['fr', 'Le marégraphe du quai mesure la hauteur de l’eau toutes les dix minutes, jour et nuit.\n'],
    [
      'ja',
      '桟橋の潮位計は、昼も夜も十分ごとに水の高さを測ります。これは漁師の予定のためのものです。今日の満潮は三時です。\n',
    ],
  ])('%s', (code, text) => {
    expect(languageOf(text)).toBe(code);
  });

  test('is not that of code, addresses and tables', () => {
    const code = '```\nwhile the water is high then print the table and close the file\n```\n';
    expect(languageOf(`${code}${GERMAN}`)).toBe('de');
  });

  test('is the first of two', () => {
    expect(languageOf(`${GERMAN.repeat(12)}\n${ENGLISH.repeat(30)}`)).toBe('de');
  });

  test('is told by titles and tables where there is no prose', () => {
    expect(languageOf('# How the height of the water changes with the wind and the moon\n')).toBe('en');
  });

  test.each(['', '# Tides\n', '```\nnothing but code in here, although it is long enough\n```\n'])(
    'is undetermined in %j',
    text => expect(readOutline(text).language).toBe('und'),
  );
});
