/**
 * What says nothing of a project raises no verdict, and what only its headings say takes none away: for every README
 * of the fixtures, in every language, with the rubrics and the model that ship.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readBuiltinYardstick } from '../../src/engine/builtin-yardstick.ts';
import { judge } from '../../src/engine/judge.ts';
import type { Report, Verdict } from '../../src/review/report.ts';
import { requestFor } from '../engine/requests.ts';
import { ADDITIONS } from './unfooled/additions.ts';
import { headingsOf, retitle } from './unfooled/edits.ts';
import { temptingText } from './unfooled/tempting-text.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const yardstick = readBuiltinYardstick();

/** The project type is held, so that the same criteria are judged before and after. */
function read(text: string, declaredType?: string): Report {
  return judge(requestFor(text, declaredType === undefined ? {} : { declaredType }), yardstick);
}

const READMES = [
  'learner',
  ...readdirSync(join(FIXTURES, 'readmes'))
    .sort()
    .map(name => join('readmes', name)),
].map(name => {
  const text = readFileSync(join(FIXTURES, name, 'README.md'), 'utf8');
  const { projectType, readme } = read(text);
  return {
    name,
    text,
    type: projectType.id,
    tempting: temptingText(yardstick.rubrics, readme.language),
    before: verdictsOf(read(text, projectType.id)),
  };
});

function verdictsOf({ criteria }: Report): ReadonlyMap<string, Verdict> {
  return new Map(criteria.map(({ id, verdict }) => [id, verdict]));
}

/** Doubt stands between missing and thin: even that would be a step up. */
const LEVEL: Readonly<Record<Verdict, number>> = { missing: 0, 'not-assessed': 1, thin: 2, present: 3 };

/** Edits of each kind for each README. The seed is fixed: the same ones every time. */
const EDITS = { numRuns: 12, seed: 20261126 };

describe.each(Object.entries(ADDITIONS))('%s', (_kind, addition) => {
  test.each(READMES)('raises nothing in $name', ({ text, type, tempting, before }) => {
    fc.assert(
      fc.property(addition(tempting), edit => {
        const after = verdictsOf(read(edit(text), type));
        const raised = [...after].filter(
          ([id, verdict]) => LEVEL[verdict] > LEVEL[before.get(id) ?? verdict],
        );
        expect(raised).toEqual([]);
      }),
      EDITS,
    );
  });
});

const NEUTRAL = ['Part one', 'More', 'Notes', 'Details', 'And then', 'Further', 'Etcetera'];

describe('headings over unchanged prose', () => {
  test.each(READMES)('turn nothing that is present in $name into missing', ({ text, type, before }) => {
    const headings = headingsOf(text);
    const titles = headings.map(({ text: title }) => title);
    const anyTitle = fc.constantFrom(...titles, ...NEUTRAL);
    const retitled = fc.oneof(
      fc.shuffledSubarray(titles, { minLength: titles.length }),
      fc.array(fc.option(anyTitle), { minLength: titles.length, maxLength: titles.length }),
    );
    fc.assert(
      fc.property(retitled, changed => {
        const after = verdictsOf(
          read(
            retitle(text, (_, index) => changed[index] ?? null),
            type,
          ),
        );
        const lost = [...after].filter(
          ([id, verdict]) => verdict === 'missing' && before.get(id) === 'present',
        );
        expect(lost).toEqual([]);
      }),
      { ...EDITS, numRuns: 30 },
    );
  });
});
