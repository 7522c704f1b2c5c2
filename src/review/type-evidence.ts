import type { ProjectType } from '../rubric/rubric.ts';
import type { TypeEvidence } from './report.ts';
import type { TypeSigns } from './type-by-words.ts';

const MAX_EVIDENCE = 4;

/** What speaks for a type, to be shown: tools that manifests name, and the words the README uses most. */
export function typeEvidence(
  type: ProjectType,
  { mentions, tools }: TypeSigns,
  readmePath: string,
): readonly TypeEvidence[] {
  const named = tools
    .filter(({ name }) => type.tools.includes(name))
    .map(({ name, manifest }) => ({ text: `\`${name}\` in ${manifest}`, path: manifest }));
  const said = [...(mentions.get(type.id)?.words ?? [])]
    .sort(([a, x], [b, y]) => y.times - x.times || (a < b ? -1 : 1))
    .map(([, { times, written }]) => ({
      text: `“${written}” ${times === 1 ? 'once' : `${times} times`}`,
      path: readmePath,
    }));
  return [...named.slice(0, MAX_EVIDENCE / 2), ...said].slice(0, MAX_EVIDENCE);
}
