import { defineSignal } from './define-signal.ts';

/**
 * Looks for: a live link, a screenshot or a video offered as the result.
 * Why a reader cares: it proves that something runs, though not how well.
 * Not to be taken for it: links to documentation.
 */
export const showsADemo = defineSignal({
  id: 'shows-a-demo',
  question: 'Is a demo, screenshot or live address shown?',
  look: block => block.kind !== 'code' && block.sentences.some(sentence => sentence.has('demo')),
  examples: {
    yes: ['Live demo: see the app on Render', 'Screenshot of the dashboard'],
    no: ['See the documentation.'],
  },
});
