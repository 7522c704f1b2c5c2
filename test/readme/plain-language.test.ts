import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { plainLanguageOf } from '../../src/readme/plain-language.ts';

const ROOT = join(import.meta.dirname, '../..');
const Passages = z.array(z.object({ text: z.string() }));

test.each([
  [
    'de',
    'Der Pegel misst, wie hoch das Wasser steht, und sagt es den Fischern, die mit dem Boot zu weit sind.',
  ],
  ['en', 'The gauge tells how high the water is, so that they know when it is safe to go out with the boat.'],
  [
    'es',
    'El mareógrafo mide la altura del agua para que los pescadores sepan si es seguro salir con el barco.',
  ],
  [
    'fr',
    'Le marégraphe dit la hauteur de l’eau aux pêcheurs, qui ne savent pas si la mer est calme pour sortir.',
  ],
  ['ja', '桟橋の潮位計は、昼も夜も十分ごとに水の高さを測ります。'],
  [
    'pt',
    'O marégrafo mede a altura da água para que os pescadores saibam se é seguro sair com o barco do cais.',
  ],
  ['zh', '码头上的验潮仪每十分钟测一次水位，告诉渔民什么时候出海安全。'],
])('prose in %s is plain', (language, text) => {
  expect(plainLanguageOf(text)).toBe(language);
});

describe('what is left to the library', () => {
  test.each([
    [
      'Catalan',
      'El mareògraf del moll mesura l’alçada de l’aigua perquè els pescadors sàpiguen si és segur sortir.',
    ],
    [
      'Dutch',
      'De getijmeter op de steiger meet hoe hoog het water is, zodat de vissers weten of ze kunnen varen.',
    ],
    [
      'Italian',
      'Il mareografo del molo misura l’altezza dell’acqua per dire ai pescatori se è sicuro uscire in mare.',
    ],
    ['Korean', '부두의 조위계는 밤낮으로 십 분마다 물의 높이를 잽니다.'],
    ['Russian', 'Мареограф на причале измеряет уровень воды каждые десять минут, днём и ночью.'],
    ['a list of tools', 'Python, FastAPI, Docker, Redis, PostgreSQL, React, LangChain, OpenAI, Pinecone'],
    [
      'two languages at once',
      'The height of the water and the wind. El viento y la altura del agua en el muelle de la isla.',
    ],
    ['kana among letters', 'Tide gauge 潮位計 of the harbour'],
    ['nothing', ''],
  ])('%s', (_name, text) => {
    expect(plainLanguageOf(text)).toBeNull();
  });

  test('four common words, and a fifth of all words less one', () => {
    expect(plainLanguageOf('the water and the wind are high')).toBeNull();
    expect(plainLanguageOf('the water and the wind are as high')).toBe('en');
    const common = 'the and of with from ';
    expect(plainLanguageOf(common + 'tide '.repeat(20))).toBe('en');
    expect(plainLanguageOf(common + 'tide '.repeat(21))).toBeNull();
  });
});

test('it tells two thirds of our own passages, and none as another language', () => {
  const folder = join(ROOT, 'fixtures/passages');
  const told = readdirSync(folder).flatMap(name =>
    Passages.parse(parse(readFileSync(join(folder, name), 'utf8'))).map(({ text }) => ({
      language: basename(name, '.yml'),
      text,
      told: plainLanguageOf(text),
    })),
  );
  expect(told.filter(one => one.told !== null && one.told !== one.language)).toEqual([]);
  expect(told.filter(one => one.told !== null).length).toBeGreaterThan((2 / 3) * told.length);
});

test('a plain README is read without the table of the library', async () => {
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context); } });
    const { readOutline } = await import(${JSON.stringify(join(ROOT, 'src/readme/read-outline.ts'))});
    const asksForTheLibrary = text => {
      readOutline(text);
      return loaded.some(url => url.includes('/node_modules/eld/'));
    };
    console.log(asksForTheLibrary('The gauge tells how high the water is, so that they know when to go.'));
    console.log(asksForTheLibrary('Il mareografo del molo misura l’altezza dell’acqua ogni dieci minuti.'));`;
  const args = ['--input-type=module', '--eval', script];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(stdout).toBe('false\ntrue\n');
});
