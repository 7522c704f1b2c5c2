import { defineSignal } from './define-signal.ts';

/**
 * Looks for: something the project cannot do or does badly, with the cause of it.
 * Why a reader cares: a limit with its cause shows that the author knows where the edge is.
 * Not to be taken for it: licences, disclaimers, features that are simply not built yet.
 */
export const explainsALimit = defineSignal({
  id: 'explains-a-limit',
  question: 'Is a limit explained by its cause?',
  look: ({ sentences }) =>
    sentences.some((sentence, index) => {
      if (sentence.length < 6 || sentence.hasAny('terms', 'trouble')) return false;
      if (!sentence.hasAny('limit', 'worse')) return false;
      return sentence.has('reason') || sentences[index + 1]?.has('reason') === true;
    }),
  examples: {
    yes: ['The model cannot tell sarcasm apart because the training reviews contain almost none.'],
    no: ['Not for commercial use.', 'Dark mode is planned.'],
  },
});
