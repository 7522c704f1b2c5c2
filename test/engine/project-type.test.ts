import { describe, expect, test } from '@jest/globals';
import { readBuiltinYardstick } from '../../src/engine/builtin-yardstick.ts';
import { judge } from '../../src/engine/judge.ts';
import { requestFor, TIDES } from './requests.ts';

const yardstick = readBuiltinYardstick();
const typeOf = (text: string, given = {}) => judge(requestFor(text, given), yardstick).projectType;

/** Nothing of any trade. */
const RECIPES = 'Recipes of our street, with a page for each house and a search by what is in the cupboard.';

describe('the project type, with the model that ships', () => {
  test('is found by what a README says', () => {
    expect(typeOf(TIDES).id).toBe('ml-pipeline');
    expect(typeOf(`# Street recipes\n\n${RECIPES}\n`).id).toBe('other');
  });

  test('is what the title names where nothing else speaks for one, as the rubric promises', () => {
    expect(typeOf(`# Street recipes, an LLM application\n\n${RECIPES}\n`).id).toBe('llm-application');
    expect(typeOf(`# Street recipes: ML infrastructure\n\n${RECIPES}\n`).id).toBe('ml-infrastructure');
  });

  test('is what the author declares, whatever the README says', () => {
    expect(typeOf(TIDES, { declaredType: 'ml-infrastructure' })).toEqual({
      id: 'ml-infrastructure',
      declared: true,
      evidence: [],
    });
  });

  test('is told in a language that nothing else is judged in', () => {
    const korean =
      '# 챗봇\n\n문서를 청크로 나누고 LangChain과 RAG로 질문에 답하는 LLM 챗봇입니다. 프롬프트와 임베딩을 사용합니다.\n'.repeat(
        3,
      );
    const report = judge(requestFor(korean), yardstick);
    expect(report.criteria.every(({ verdict }) => verdict === 'not-assessed')).toBe(true);
    expect(report.projectType.id).toBe('llm-application');
    expect(report.projectType.evidence.length).toBeGreaterThan(0);
  });

  test('every report names the model in force, also where it was not asked', () => {
    for (const given of [{}, { path: 'README.rst' }]) {
      const { model } = judge(requestFor(TIDES, given), yardstick);
      expect(model).toEqual({ version: '1.0.0', digest: yardstick.model?.digest });
    }
  });
});
