import type { CommandDescription } from '../description.ts';
import { bareName, firstLine, firstWord } from '../plain-words.ts';

const ARTICLE = /^(?:an?|the)$/i;

/** `/review as soon as you can` names no project type: how sentences go on after `as`. */
const SENTENCE = /^(?:soon|usual|well|is|if|it|you|we|I|before|requested|discussed|promised)$/i;

export const as: CommandDescription = {
  name: 'as',
  usage: '/review as <project type or auto>',
  summary: 'Reads the README as that type of project; `auto` goes back to finding it out.',
  example: '/review as llm-application',
  right: 'decide',
  read: rest => {
    const line = firstLine(rest);
    const first = firstWord(line);
    if (first === null) return null;
    const named = ARTICLE.test(first.word) ? first.rest : line;
    if (SENTENCE.test(firstWord(named)?.word ?? '')) return { kind: 'review' };
    const projectType = bareName(named);
    return projectType === '' ? null : { kind: 'as', projectType };
  },
};
