/** What a check of a deployment came to. Plain data; never a secret, never what stands in a README. */

export type State = 'ok' | 'warning' | 'problem';

export interface Finding {
  /** Which check, such as `webhook`; the same in every version. */
  readonly check: string;
  readonly state: State;
  /** What is so, one sentence. */
  readonly says: string;
  /** What to do, one sentence; null where all is well. */
  readonly advice: string | null;
}

export function ok(check: string, says: string): Finding {
  return { check, state: 'ok', says, advice: null };
}

/** It works, or may; somebody should look. */
export function warning(check: string, says: string, advice: string): Finding {
  return { check, state: 'warning', says, advice };
}

/** Reviews fail, or soon will. */
export function problem(check: string, says: string, advice: string): Finding {
  return { check, state: 'problem', says, advice };
}

export function hasProblem(findings: readonly Finding[]): boolean {
  return findings.some(({ state }) => state === 'problem');
}

/** The first names, and how many more there are. */
export function listed(names: readonly string[], most = 10): string {
  const rest = names.length - most;
  return rest > 0 ? `${names.slice(0, most).join(', ')} and ${rest} more` : names.join(', ');
}
