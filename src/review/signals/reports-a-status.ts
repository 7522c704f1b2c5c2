import { defineSignal } from './define-signal.ts';

/**
 * Looks for: what is finished, deployed, published or passing, without how well it does.
 * Why a reader cares: it says that something exists.
 * Not to be taken for it: plans.
 */
export const reportsAStatus = defineSignal({
  id: 'reports-a-status',
  question: 'Does it say what is done or where it runs?',
  look: ({ text, sentences }) =>
    /^(?:✅|☑|✔|\[x\])/iu.test(text) ||
    sentences.some(sentence => sentence.has('status') && !sentence.hasAny('future', 'command', 'trouble')),
  examples: {
    yes: ['The service is deployed on Render.', { kind: 'list-item', text: '✅ Ingestion of leaflets' }],
    no: ['Deployment is planned.'],
  },
});
