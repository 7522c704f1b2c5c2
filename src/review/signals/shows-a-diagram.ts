import { defineSignal } from './define-signal.ts';

const DIAGRAM =
  /architect|diagram|pipeline|workflow|flow-?chart|data-?flow|\bflow\b|overview|schema|design|topology|structure|\bdag\b|erd|arquite|architek|diagram|esquema|schéma|flu[jx]o|ablauf|aufbau|架构|架構|流程|結構|结构|構成|フロー|アーキテクチャ|全体図/i;

/**
 * Looks for: a picture whose name or description says that it draws the system.
 * Why a reader cares: it helps those who already know; words beside it would help the others.
 * Not to be taken for it: screenshots and plots of results.
 */
export const showsADiagram = defineSignal({
  id: 'shows-a-diagram',
  question: 'Is there a picture of how the parts fit together?',
  look: ({ images }) =>
    images.some(({ url, alt }) => DIAGRAM.test(`${alt.slice(0, 200)} ${url.slice(-120)}`)),
  examples: {
    yes: [
      { kind: 'caption', text: 'Architecture', images: [{ url: 'docs/system.png', alt: 'Architecture' }] },
    ],
    no: [{ kind: 'caption', text: 'Login page', images: [{ url: 'img/login.png', alt: 'Login page' }] }],
  },
});
