import { defineSignal } from './define-signal.ts';

/**
 * Looks for: something being done to something: data loaded, split, cleaned, embedded, trained on, passed on, stored.
 * Why a reader cares: steps in order are how an approach is retold.
 * Not to be taken for it: commands to type, features to enjoy, tools in a list.
 */
export const describesAStep = defineSignal({
  id: 'describes-a-step',
  question: 'Does it tell a step of the work, and what the step works on?',
  look: ({ sentences }) =>
    sentences.some(
      sentence =>
        sentence.length >= 5 &&
        !sentence.has('command') &&
        sentence.has('step') &&
        sentence.hasAny('data', 'method') &&
        (sentence.has('connection') || sentence.has('data', 'method')),
    ),
  examples: {
    yes: [
      'The reviews are cleaned, split into sentences and embedded with a small model.',
      'Each chunk is stored in a vector database together with its title.',
    ],
    no: ['Fast and modern interface', 'pip install the requirements', 'Python, Docker, Flask'],
  },
});
