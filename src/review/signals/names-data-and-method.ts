import { defineSignal } from './define-signal.ts';

/**
 * Looks for: the data and what is done with it (a model, an algorithm, a technique) in one sentence.
 * Why a reader cares: data plus method is the shortest true account of an approach.
 * Not to be taken for it: a library's name by itself, a command, a dependency list.
 */
export const namesDataAndMethod = defineSignal({
  id: 'names-data-and-method',
  question: 'Does it name the data and the method that works on it?',
  look: block =>
    block.sentences.some(
      sentence =>
        sentence.length >= 7 && sentence.has('data') && sentence.has('method') && !sentence.has('command'),
    ),
  examples: {
    yes: ['A random forest is trained on three years of hourly sensor readings.'],
    no: ['scikit-learn', 'Data is in the data folder.'],
  },
});
