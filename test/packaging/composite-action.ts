/** Enough of GitHub's runner to run the steps of a composite action (docs: actions/reference/metadata-syntax). */
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Run, run } from './run.ts';

const Uses = z.strictObject({ uses: z.string(), with: z.record(z.string(), z.unknown()) });
const Shell = z.strictObject({
  name: z.string(),
  id: z.string().optional(),
  shell: z.literal('bash'),
  env: z.record(z.string(), z.string()).default({}),
  run: z.string(),
});

const Action = z.strictObject({
  name: z.string(),
  description: z.string().max(125),
  branding: z.strictObject({ icon: z.string(), color: z.string() }),
  inputs: z.record(z.string(), z.strictObject({ description: z.string(), default: z.string() })),
  outputs: z.record(z.string(), z.strictObject({ description: z.string(), value: z.string() })),
  runs: z.strictObject({ using: z.literal('composite'), steps: z.array(z.union([Shell, Uses])) }),
});

export type Action = z.infer<typeof Action>;
export type ShellStep = z.infer<typeof Shell>;

export function readAction(path: string): Action {
  return Action.parse(parse(readFileSync(path, 'utf8')));
}

export function shellSteps({ runs }: Action): readonly ShellStep[] {
  return runs.steps.flatMap(step => ('run' in step ? [step] : []));
}

/** The value of a text with `${{ … }}` in it; fails where it asks for what is not there. */
export function evaluate(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${name} is not known`);
    return value;
  });
}

export interface StepRun extends Run {
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

interface Job {
  readonly actionPath: string;
  readonly workspace: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly environment?: NodeJS.ProcessEnv;
}

/** One step with `run`, as the runner starts it (docs: workflow-syntax, "jobs.<job_id>.steps[*].shell"). */
export async function runStep(step: ShellStep, job: Job): Promise<StepRun> {
  const { actionPath, workspace, inputs, environment = {} } = job;
  const file = (name: string) => join(tmpdir(), `showwork-step-${process.pid}-${name}`);
  const files = { script: file('script.sh'), summary: file('summary.md'), outputs: file('outputs') };
  writeFileSync(files.script, step.run);
  for (const written of [files.summary, files.outputs]) writeFileSync(written, '');
  const values = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`inputs.${name}`, value]));
  const ran = await run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', files.script], {
    cwd: workspace,
    env: {
      ...environment,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_ACTION_PATH: actionPath,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_OUTPUT: files.outputs,
      ...Object.fromEntries(Object.entries(step.env).map(([name, text]) => [name, evaluate(text, values)])),
    },
  });
  const outputs = readFileSync(files.outputs, 'utf8').trimEnd().split('\n');
  return {
    ...ran,
    summary: readFileSync(files.summary, 'utf8'),
    outputs: Object.fromEntries(
      outputs.map(line => [line.split('=', 1)[0], line.slice(line.indexOf('=') + 1)]),
    ),
  };
}
