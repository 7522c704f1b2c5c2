import { ERRORS } from '../../src/errors.ts';

export function errorsDocument(): string {
  const rows = Object.entries(ERRORS).map(
    ([code, { retryable, learner, operator }]) =>
      `| \`${code}\` | ${retryable ? 'yes' : 'no'} | ${learner} | ${operator} |`,
  );
  return [
    '# Errors',
    '',
    'Made from `src/errors.ts` by `npm run docs`. The learner reads the first sentence in the check run, beside a reference id;',
    'the operator finds the second, with the same id, in the log.',
    '',
    '| Code | Tried again | What the learner reads | What the operator can do |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
