import type { ProjectType } from '../../rubric/rubric.ts';
import type { TypeEvidence } from '../report.ts';
import { manifestFrom } from '../tools-near.ts';
import type { TypeSigns } from './type-by-words.ts';

const MAX_EVIDENCE = 4;

/** What speaks for a type, to be shown: the most telling tools of the manifests, and the words the README uses most. */
export function typeEvidence(
  type: ProjectType,
  { mentions, tools }: TypeSigns,
  readmePath: string,
): readonly TypeEvidence[] {
  const named = tools
    .filter(({ name }) => type.tools.includes(name))
    .filter(({ name }, index, all) => all.findIndex(tool => tool.name === name) === index)
    .sort((a, b) => type.tools.indexOf(a.name) - type.tools.indexOf(b.name))
    .map(({ name, manifest }) => ({
      text: `\`${name}\` in ${manifestFrom(readmePath, manifest)}`,
      path: manifest,
    }));
  const said = [...(mentions.get(type.id)?.words ?? [])]
    .sort(([a, x], [b, y]) => y.times - x.times || (a < b ? -1 : 1))
    .filter(([word], index, all) => all.findIndex(([other]) => isSameWord(word, other)) === index)
    .map(([, { times, written }]) => ({
      text: `“${written}” ${times === 1 ? 'once' : `${times} times`}`,
      path: readmePath,
    }));
  return [...named.slice(0, MAX_EVIDENCE / 2), ...said].slice(0, MAX_EVIDENCE);
}

/** “agent” and “agents” are one word to a reader. */
function isSameWord(a: string, b: string): boolean {
  return a === b || `${a}s` === b || a === `${b}s`;
}
