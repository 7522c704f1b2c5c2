import type { ConfigProblem } from '../config.ts';
import { type Finding, ok, problem } from './finding.ts';

const CHECK = 'configuration';

/** As the server would refuse it. `empty`: no credential is set at all. */
export function checkConfiguration(problems: readonly ConfigProblem[], empty: boolean): readonly Finding[] {
  if (empty) {
    return [
      problem(
        CHECK,
        'There are no credentials yet.',
        'Run showwork setup, or fill in .env as .env.example says.',
      ),
    ];
  }
  if (problems.length === 0) return [ok(CHECK, 'The server takes it as it is.')];
  return problems.map(({ variable, message }) => {
    // The message goes on where the variable ends, and its advice stands behind the first full stop.
    const [fault = '', ...advice] = message.split('. ');
    return problem(
      CHECK,
      `${variable} ${fault}.`,
      advice.length > 0 ? `${advice.join('. ')}.` : '.env.example explains it.',
    );
  });
}
