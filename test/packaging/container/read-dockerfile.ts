import { readFileSync } from 'node:fs';
import { type Copy, DockerfileParser, type Env, type From, type JSONInstruction } from 'dockerfile-ast';
import { z } from 'zod';

/** What a Dockerfile says, step by step; what is only told to people (LABEL) or to the engine (VOLUME, EXPOSE) is named. */
export type Step =
  | { readonly kind: 'workdir' | 'user' | 'volume' | 'expose' | 'label'; readonly value: string }
  | {
      readonly kind: 'copy';
      readonly from: string | null;
      readonly owner: string | null;
      readonly sources: readonly string[];
      readonly target: string;
    }
  | { readonly kind: 'run'; readonly command: string }
  | { readonly kind: 'env'; readonly variables: Readonly<Record<string, string>> }
  | { readonly kind: 'entrypoint' | 'cmd' | 'healthcheck'; readonly words: readonly string[] };

export interface Stage {
  readonly image: string;
  readonly name: string | null;
  readonly steps: readonly Step[];
}

const Words = z.array(z.string());

/** Fails on an instruction that it does not know, so that none goes untried. */
export function readDockerfile(path: string): readonly Stage[] {
  const stages: { image: string; name: string | null; steps: Step[] }[] = [];
  for (const instruction of DockerfileParser.parse(readFileSync(path, 'utf8')).getInstructions()) {
    if (instruction.getKeyword() === 'FROM') {
      const from = instruction as From;
      stages.push({ image: from.getImage() ?? '', name: from.getBuildStage(), steps: [] });
    } else stages.at(-1)?.steps.push(stepOf(instruction));
  }
  return stages;
}

function stepOf(
  instruction: ReturnType<ReturnType<typeof DockerfileParser.parse>['getInstructions']>[number],
): Step {
  const keyword = instruction.getKeyword();
  const value = instruction.getArgumentsContent() ?? '';
  switch (keyword) {
    case 'WORKDIR':
    case 'USER':
    case 'VOLUME':
    case 'EXPOSE':
    case 'LABEL':
      return { kind: keyword.toLowerCase() as 'workdir', value };
    case 'COPY':
      return copyOf(instruction as Copy);
    case 'RUN':
      return { kind: 'run', command: value };
    case 'ENV': {
      const properties = (instruction as Env).getProperties();
      const variables = properties.map(each => [each.getName(), each.getValue() ?? '']);
      return { kind: 'env', variables: Object.fromEntries(variables) };
    }
    case 'ENTRYPOINT':
    case 'CMD': {
      const words = (instruction as JSONInstruction).getJSONStrings().map(word => word.getJSONValue());
      return { kind: keyword === 'CMD' ? 'cmd' : 'entrypoint', words };
    }
    case 'HEALTHCHECK':
      return { kind: 'healthcheck', words: Words.parse(JSON.parse(value.slice(value.indexOf('[')))) };
    default:
      throw new Error(`${keyword} is not known here`);
  }
}

function copyOf(copy: Copy): Step {
  const words = copy.getArguments().map(argument => argument.getValue());
  const flag = (name: string) =>
    copy
      .getFlags()
      .find(each => each.getName() === name)
      ?.getValue() ?? null;
  const target = words.pop() ?? '';
  return { kind: 'copy', from: flag('from'), owner: flag('chown'), sources: words, target };
}
