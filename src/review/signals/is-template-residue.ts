import { defineSignal } from './define-signal.ts';

/** Writers of to-do lists do not shout. */
const TO_DO = /\bTODO\b/;

/**
 * Looks for: places of a template that nobody filled in.
 * Why a reader cares: an unfilled place says nothing, whatever its heading promises.
 * Not to be taken for it: a to-do list of features, or a project about to-do lists.
 */
export const isTemplateResidue = defineSignal({
  id: 'is-template-residue',
  question: 'Is this an unfilled place of a template?',
  look: block =>
    block.kind !== 'code' &&
    block.sentences.some(sentence => sentence.has('residue') || TO_DO.test(sentence.text)),
  examples: {
    yes: ['TODO', 'Describe the problem here.', 'Lorem ipsum dolor sit amet'],
    no: ['The problem is described by its author.', 'A todo list for the terminal.'],
  },
});
