import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readBuiltinRubrics } from '../../src/engine/builtin-rubric.ts';
import { checkExamples } from '../../src/engine/check-rubric-examples.ts';
import { customise } from '../../src/rubric/customise.ts';
import { mergeChanges } from '../../src/rubric/merge-changes.ts';
import { NO_CHANGES, RubricChanges } from '../../src/rubric/rubric-changes.ts';

const rubrics = readBuiltinRubrics();

function changesIn(yaml: string): RubricChanges {
  return RubricChanges.parse(parse(yaml));
}

const ETHICS = changesIn(`
criteria:
  - id: ethics
    title: Ethics
    question: Who could be harmed, and what keeps it from happening?
`);

describe('no changes', () => {
  test('are the same rubrics, not a copy', () => {
    expect(customise(rubrics, NO_CHANGES)).toBe(rubrics);
    expect(customise(rubrics, changesIn('{}'))).toBe(rubrics);
  });
});

describe('a criterion that is added', () => {
  const custom = customise(rubrics, ETHICS);

  test('stands last in every rubric, and counts in no title', () => {
    for (const { criteria, added } of [custom.base, ...custom.types]) {
      expect(criteria.at(-1)).toMatchObject({ id: 'ethics', counted: false });
      expect(added.at(-1)).toBe('ethics');
    }
    expect(custom.types.map(({ id }) => id)).toEqual(rubrics.types.map(({ id }) => id));
  });

  test('takes nothing from those that were there', () => {
    expect(custom.base.criteria.slice(0, -1)).toEqual(rubrics.base.criteria);
    expect(custom.base.lexicons).toBe(rubrics.base.lexicons);
  });

  test('needs id, title and question only: the rest is made from these', () => {
    expect(custom.base.criteria.at(-1)).toMatchObject({
      headings: { en: ['Ethics'] },
      lookedFor: ['a section or a passage on “Ethics”'],
      wording: { missing: 'Nothing yet on “Ethics”.' },
      questions: { missing: [{ ask: ETHICS.criteria[0]?.question, when: null }] },
      nextStep: {
        missing: 'Answer in a few sentences: Who could be harmed, and what keeps it from happening?',
      },
      signals: { 'says-something': { anywhere: 0, inSection: 1 }, 'is-code': { inSection: -5 } },
    });
  });

  test('so made, tells substance from a phrase', () => {
    const { base } = customise(
      rubrics,
      changesIn(`
criteria:
  - id: ethics
    title: Ethics
    question: Who could be harmed?
    words: { en: [harm*, consent] }
    examples:
      weak: Nobody comes to harm.
      strong: A wrong alarm harms the tenants most, because they pay 80 euros for each visit, so every alarm is checked by a person first.
`),
    );
    expect(checkExamples(base, base.criteria.slice(-1))).toEqual([]);
  });

  test('keeps what its author says', () => {
    const { base } = customise(
      rubrics,
      changesIn(`
criteria:
  - id: ethics
    title: Ethics
    question: Who could be harmed?
    counted: true
    wording: { missing: Nobody is named. }
    signals: { names-who-has-it: 2 }
    presentNeeds: [names-who-has-it]
`),
    );
    const ethics = base.criteria.at(-1);
    expect(ethics).toMatchObject({ counted: true, wording: { missing: 'Nobody is named.' } });
    expect(ethics?.wording.thin).toContain('still open');
    expect(ethics?.signals['says-something']).toBeUndefined();
  });
});

describe('a criterion that is there', () => {
  const changes = changesIn(`
headings: { outcome: { en: [what came of it], nl: [resultaat] } }
wording: { outcome: { thin: Which figure would your course accept? } }
questions: { outcome: { missing: [What would your course accept?] } }
`);
  const before = rubrics.base.criteria.find(({ id }) => id === 'outcome');
  const after = customise(rubrics, changes).base.criteria.find(({ id }) => id === 'outcome');

  test('has the further headings, per language', () => {
    expect(after?.headings['en']).toEqual([...(before?.headings['en'] ?? []), 'what came of it']);
    expect(after?.headings['nl']).toEqual(['resultaat']);
    expect(after?.headings['de']).toEqual(before?.headings['de']);
  });

  test('has the sentence in place of its own, and keeps the others', () => {
    expect(after?.wording).toEqual({ ...before?.wording, thin: 'Which figure would your course accept?' });
  });

  test('asks the further questions before those that fit any project', () => {
    const asked = after?.questions.missing.map(({ ask }) => ask) ?? [];
    expect(asked.indexOf('What would your course accept?')).toBe(asked.length - 2);
  });
});

describe('the digest', () => {
  test('tells what was changed, on top of what', () => {
    const digests = [
      rubrics,
      customise(rubrics, ETHICS),
      customise(rubrics, changesIn('wording: { outcome: { thin: Almost. } }')),
    ].flatMap(({ base, types }) => [base, ...types].map(({ digest }) => digest));
    expect(new Set(digests).size).toBe(digests.length);
    expect(customise(rubrics, ETHICS).base.digest).toBe(customise(rubrics, ETHICS).base.digest);
  });
});

describe('an organisation’s changes and a repository’s', () => {
  const organisation = changesIn(`
criteria: [{ id: ethics, title: Ethics, question: Who could be harmed? }]
headings: { outcome: { en: [impact], fr: [effet] } }
wording: { outcome: { missing: No impact yet., thin: Some impact. } }
questions: { outcome: { missing: [Whose life is easier?] } }
`);
  const repository = changesIn(`
criteria: [{ id: privacy, title: Privacy, question: Who sees the data? }]
headings: { outcome: { en: [harvest] }, ethics: { en: [morals] } }
wording: { outcome: { thin: Some harvest. } }
questions: { outcome: { missing: [How many crates?], thin: [Since when?] } }
`);
  const both = mergeChanges(organisation, repository);

  test('are added up; the repository’s words win, and its questions come first', () => {
    expect(both.criteria.map(({ id }) => id)).toEqual(['ethics', 'privacy']);
    expect(both.headings).toEqual({
      outcome: { en: ['impact', 'harvest'], fr: ['effet'] },
      ethics: { en: ['morals'] },
    });
    expect(both.wording).toEqual({ outcome: { missing: 'No impact yet.', thin: 'Some harvest.' } });
    expect(both.questions['outcome']?.missing?.map(({ ask }) => ask)).toEqual([
      'How many crates?',
      'Whose life is easier?',
    ]);
    expect(both.questions['outcome']?.thin?.map(({ ask }) => ask)).toEqual(['Since when?']);
  });

  test('the repository may add to what the organisation added', () => {
    const ethics = customise(rubrics, both).base.criteria.find(({ id }) => id === 'ethics');
    expect(ethics?.headings['en']).toEqual(['Ethics', 'morals']);
  });

  test('one of the two alone stays as it is', () => {
    expect(mergeChanges(organisation, NO_CHANGES)).toEqual(organisation);
    expect(mergeChanges(NO_CHANGES, repository)).toEqual(repository);
  });
});

test('no criterion may be called like what every object has', () => {
  expect(RubricChanges.safeParse({ wording: { constructor: { thin: 'x' } } }).success).toBe(false);
});
