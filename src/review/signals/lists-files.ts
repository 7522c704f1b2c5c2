import { defineSignal } from './define-signal.ts';

const TREE = /[├└]─{1,3} ?[\w.*[]|\|--|\|__|`--|\+--/;

/**
 * Looks for: a folder tree.
 * Why a reader cares: it shows which parts there are, though not how they work together.
 * Not to be taken for it: a drawing of a flow.
 */
export const listsFiles = defineSignal({
  id: 'lists-files',
  question: 'Is this a folder tree?',
  look: ({ text }) => TREE.test(text.slice(0, 400)),
  examples: {
    yes: [{ kind: 'code', text: '├── app\n│   └── main.py\n└── README.md' }],
    no: [{ kind: 'code', text: 'csv --> clean --> train' }, 'The app folder holds the code.'],
  },
});
