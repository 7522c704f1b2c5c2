import { defineSignal } from './define-signal.ts';

/**
 * Looks for: text that a framework's generator or a course wrote.
 * Why a reader cares: it is true of a thousand repositories, and of this one by accident.
 * Not to be taken for it: naming the framework.
 */
export const isBoilerplate = defineSignal({
  id: 'is-boilerplate',
  question: 'Did a generator write this?',
  look: block => block.sentences.some(sentence => sentence.has('boilerplate')),
  examples: {
    yes: ['This project was bootstrapped with Create React App.'],
    no: ['The page is written in React.'],
  },
});
