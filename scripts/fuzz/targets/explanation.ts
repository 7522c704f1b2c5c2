/** Why a README got its verdicts: on a thread for `/review explain`, and in a terminal. */
import { readBuiltinYardstick } from '../../../src/engine/builtin-yardstick.ts';
import { explainCriterion } from '../../../src/engine/explain-criterion.ts';
import { explainVerdicts } from '../../../src/engine/judge.ts';
import { MAX_README_BYTES } from '../../../src/ports.ts';
import { readOutline } from '../../../src/readme/read-outline.ts';
import { renderExplanation } from '../../../src/render/explanation.ts';
import type { LineRange } from '../../../src/review/report.ts';
import { requestFor } from '../../../test/engine/requests.ts';
import type { Target } from '../target.ts';
import { README_HEADS, readmeDictionary, readmeTexts } from './readme-texts.ts';
import { problemsOfRange, problemsOfTerminal, problemsOfText } from './report-oracles.ts';
import { UNPAINTED } from './unpainted.ts';

const YARDSTICK = readBuiltinYardstick();
const CRITERIA = ['failures', 'outcome'];

export const explanation: Target = {
  name: 'explanation',
  turns: 2,
  longest: MAX_README_BYTES,
  seeds: readmeTexts,
  dictionary: readmeDictionary(),
  heads: README_HEADS,
  run(text) {
    const request = requestFor(text);
    const explained = explainVerdicts(request, YARDSTICK);
    const asked = CRITERIA.map(criterion => explainCriterion(request, YARDSTICK, criterion));
    const terminal = renderExplanation(explained, { paint: UNPAINTED, width: 80 });
    const output = JSON.stringify([explained, asked, terminal]);
    return {
      output,
      refused: explained === null,
      problems: () => {
        if (explained === null) return [];
        const ranges: LineRange[] = [
          ...explained.criteria.flatMap(({ signals, model }) => [
            ...signals.blocks,
            ...(model?.passages ?? []),
          ]),
          ...asked.flatMap(each => each?.considered ?? []),
        ];
        const { lineCount } = readOutline(text.toWellFormed());
        return [
          ...ranges.flatMap(range => problemsOfRange(range, lineCount)),
          ...problemsOfTerminal(terminal),
          ...problemsOfText('explanation', output),
        ];
      },
    };
  },
};
