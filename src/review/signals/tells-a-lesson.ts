import { defineSignal } from './define-signal.ts';

/**
 * Looks for: a lesson in the author's own words, drawn from what happened.
 * Why a reader cares: it shows growth, and how the author thinks.
 * Not to be taken for it: course objectives ("you will learn"), lists of skills, the model's own learning.
 */
export const tellsALesson = defineSignal({
  id: 'tells-a-lesson',
  question: 'Does the author say what they learned?',
  look: block => block.sentences.some(sentence => sentence.has('lesson')),
  examples: {
    yes: ['I learned that clean data matters more than the model.', 'Lesson learned: measure before tuning.'],
    no: ['You will learn how to deploy a model.', 'The model learns from past orders.'],
  },
});
