import type { ProjectType, Rubric } from '../../rubric/rubric.ts';
import type { ReadBlock } from '../read-blocks.ts';
import { wordsOf } from '../words/tokenise.ts';

/**
 * The type whose own name stands in the README's title, such as "ML pipeline". It is what the author of a README whose
 * content speaks for no type is told to write (the rubric's `otherType`).
 */
export function typeInTitle(blocks: readonly ReadBlock[], rubric: Rubric): ProjectType | undefined {
  const title = blocks.find(({ isTitle }) => isTitle);
  if (title === undefined) return undefined;
  const said = spaced(title.text);
  return rubric.projectTypes.find(type => said.includes(spaced(type.title)));
}

function spaced(text: string): string {
  return ` ${wordsOf(text).join(' ')} `;
}
