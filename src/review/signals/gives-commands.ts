import { defineSignal } from './define-signal.ts';

/**
 * Looks for: instructions to type, install, clone, open.
 * Why a reader cares: they run the project with it, and learn nothing about why it is as it is.
 * Not to be taken for it: a step of the method.
 */
export const givesCommands = defineSignal({
  id: 'gives-commands',
  question: 'Is this an instruction to install or run?',
  look: block => block.sentences.some(sentence => sentence.has('command')),
  examples: {
    yes: ['Run the following command to install the requirements.'],
    no: ['The loader reads the archive.'],
  },
});
