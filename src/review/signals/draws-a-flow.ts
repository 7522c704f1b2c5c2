import { defineSignal } from './define-signal.ts';

const ARROW = /(?:-{1,4}>|={1,3}>|[→⟶➜➡⇒▶►↓⬇▼│])/g;
/** A branch of a folder tree: a corner, a short line, a name. Boxes have corners too, with long lines. */
const TREE = /[├└]─{1,3} ?[\w.*[]/;
/** A comment in code tells of the code. */
const COMMENT = /^[ \t]*(?:#|\/\/).*$/gm;
const MERMAID = /^\s*(?:graph|flowchart|sequenceDiagram|stateDiagram)\b/;

/**
 * Looks for: parts joined by arrows, in a line of text, a drawing in characters, or a Mermaid graph.
 * Why a reader cares: it shows at a glance what follows on what.
 * Not to be taken for it: folder trees, and arrows in code.
 */
export const drawsAFlow = defineSignal({
  id: 'draws-a-flow',
  question: 'Does it draw how the parts follow on each other?',
  look: ({ text, kind }) => {
    const bounded = text.slice(0, 3000).replace(COMMENT, '');
    if (TREE.test(bounded)) return false;
    if (MERMAID.test(bounded)) return true;
    const arrows = bounded.match(ARROW)?.length ?? 0;
    return kind === 'code'
      ? arrows >= 3 && !/[;{}]\s*$|\bdef |\bimport |=>\s*[{(]/m.test(bounded)
      : arrows >= 2;
  },
  examples: {
    yes: [
      'leaflets → chunks → embeddings → Chroma → prompt',
      { kind: 'code', text: 'csv --> clean --> train\n            |\n            --> report --> mail' },
      { kind: 'code', text: 'flowchart LR\n  A[Loader] --> B[Index]' },
    ],
    no: ['Click Settings → General', { kind: 'code', text: '├── app\n│   └── main.py\n└── README.md' }],
  },
});
