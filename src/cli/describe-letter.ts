/** A job that was given up, for the operator: ids, names and codes. */
import { ERRORS, type ErrorCode } from '../errors.ts';
import type { DeadLetter } from '../ports.ts';
import { visible } from '../render/plain-text.ts';

/** Such as `4f0c2a9be113  2026-11-30T02:00:00.000Z  GITHUB_FORBIDDEN  ada/churn: branch main`. */
export function letterLine(letter: DeadLetter): string {
  const { referenceId, diedAt, code } = letter;
  return [referenceId, diedAt.toISOString(), visible(code), subjectOf(letter)].join('  ');
}

export function describeLetter(letter: DeadLetter): readonly string[] {
  const { referenceId, diedAt, code, detail, toldAt, retriedAt, installationId } = letter;
  const rows: readonly (readonly [string, string])[] = [
    ['reference', referenceId],
    ['about', subjectOf(letter)],
    ['installation', String(installationId)],
    ['given up', diedAt.toISOString()],
    ['why', `${visible(code)}: ${visible(detail)}`],
    ['what to do', isErrorCode(code) ? ERRORS[code].operator : 'A newer version knows this code.'],
    ['learner told', toldAt?.toISOString() ?? 'no'],
    ['tried again', retriedAt?.toISOString() ?? 'no'],
  ];
  return rows.map(([name, value]) => `${name.padEnd(14)}${value}`);
}

function subjectOf({ repository, installationId, job, instruction }: DeadLetter): string {
  const of =
    repository === null
      ? `installation ${installationId}`
      : `${visible(repository.owner)}/${visible(repository.name)}`;
  if (job === null) return `${of}: written by another version`;
  if (job.kind === 'carry-out') return `${of}: ${instruction ?? 'an instruction that is gone'}`;
  // A key such as `7/branch/main` or `7/pull/12`.
  const [, kind = '', ...name] = job.targetKey.split('/');
  return `${of}: ${kind === 'pull' ? 'pull request' : visible(kind)} ${visible(name.join('/'))}`;
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code);
}
