import { defineSignal } from './define-signal.ts';

/**
 * Looks for: skills or experience the author claims to have shown or gained.
 * Why a reader cares: it names a lesson's subject; what was learned about it is still open.
 * Not to be taken for it: a tech stack.
 */
export const listsSkills = defineSignal({
  id: 'lists-skills',
  question: 'Are skills listed as shown or gained?',
  look: block => block.sentences.some(sentence => sentence.has('skill')),
  examples: { yes: ['Skills demonstrated: SQL, Docker, testing'], no: ['Tech stack: SQL, Docker'] },
});
