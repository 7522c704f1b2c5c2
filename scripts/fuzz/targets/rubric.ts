/** A mentor's rubric file, with its examples run as tests. */

import { readFileSync } from 'node:fs';
import { readBuiltinRubrics } from '../../../src/engine/builtin-rubric.ts';
import { rubricChecker } from '../../../src/engine/check-rubric-file.ts';
import { MAX_SETTINGS_BYTES } from '../../../src/settings/settings-file.ts';
import type { Target } from '../target.ts';
import { settings } from './settings.ts';

const check = rubricChecker();
const LAYER = new URL('../../../rubrics/ml-pipeline.yml', import.meta.url);

export const rubric: Target = {
  name: 'rubric',
  turns: 1,
  longest: MAX_SETTINGS_BYTES,
  seeds: () => [
    readFileSync(LAYER, 'utf8'),
    `extends: base\nid: tides\nversion: 1.0.0\n${readFileSync(LAYER, 'utf8').split('\n').slice(4).join('\n')}`,
    'extends: base\nid: tides\nversion: 1.0.0\ncriteria: []\nquestions: {}\n',
  ],
  dictionary: [...settings.dictionary, ...readBuiltinRubrics().base.criteria.map(({ id }) => id)],
  heads: ['', 'extends: base\nid: tides\nversion: 1.0.0\ncriteria:\n'],
  run(text) {
    const checked = check({ fileName: 'mine.yml', text });
    return { output: JSON.stringify(checked), problems: () => [] };
  },
};
