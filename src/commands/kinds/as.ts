import type { CommandDescription } from '../description.ts';
import { firstLine, firstWord } from '../plain-words.ts';

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
    const first = firstWord(firstLine(rest));
    const named = first !== null && ARTICLE.test(first.word) ? firstWord(first.rest) : first;
    if (named === null || named.word === '') return null;
    return SENTENCE.test(named.word) ? { kind: 'review' } : { kind: 'as', projectType: named.word };
  },
};
