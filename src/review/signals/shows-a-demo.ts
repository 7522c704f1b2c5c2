import { defineSignal } from './define-signal.ts';

/**
 * Looks for: words that offer a demo, a screenshot or sample output.
 * Why a reader cares: it proves that something runs, though not how well.
 * Not to be taken for it: links to documentation.
 */
export const showsADemo = defineSignal({
  id: 'shows-a-demo',
  question: 'Is a demo, screenshot or sample output offered?',
  look: ({ kind, sentences }) => kind !== 'code' && sentences.some(sentence => sentence.has('demo')),
  examples: {
    yes: ['Live demo: see the app on Render', 'Screenshot of the dashboard'],
    no: ['See the documentation.'],
  },
});
