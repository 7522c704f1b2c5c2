/** What the process answers; the table in `showwork --help` is made from it. */
export const EXIT_CODES = {
  ok: { code: 0, meaning: 'every path was reviewed, every rubric and settings file is sound' },
  missing: {
    code: 1,
    meaning:
      'with --enforce, or where settings say so: a criterion that counts is missing and was not accepted',
  },
  problem: {
    code: 1,
    meaning: 'of doctor: something is wrong; of setup, deliveries, export and forget: it was not done',
  },
  usage: {
    code: 2,
    meaning: 'a path could not be read or an option is not known; the other paths were',
  },
  internal: { code: 70, meaning: 'something went wrong on our side' },
  configuration: { code: 78, meaning: 'the server, a rubric or a settings file is not as it must be' },
} as const;

export type Exit = keyof typeof EXIT_CODES;

export function exitCodeHelp(): string {
  const byCode = Map.groupBy(Object.values(EXIT_CODES), ({ code }) => code);
  const rows = [...byCode].map(
    ([code, exits]) => `  ${String(code).padStart(2)}  ${exits.map(({ meaning }) => meaning).join('; ')}`,
  );
  return ['Exit codes (the highest that applies):', ...rows].join('\n');
}

/** The code for everything that happened, of which the highest tells most. */
export function exitCodeOf(exits: readonly Exit[]): number {
  return Math.max(0, ...exits.map(exit => EXIT_CODES[exit].code));
}
