import { defineSignal } from './define-signal.ts';

const NO_RESULT =
  /logo|banner|header|badge|icon|avatar|profile|architect|diagram|flow-?chart|workflow|cover|hero|license|star-history|arquite|architek|esquema|schéma|flu[jx]o|ablauf|架构|架構|流程|構成図|フロー|アーキテクチャ|licencia|licença|licence|lizenz|徽标|ロゴ/i;

/**
 * Looks for: a picture of the thing at work, or of what it produced.
 * Why a reader cares: it proves that something came out.
 * Not to be taken for it: logos, banners, badges, drawings of the architecture.
 */
export const showsAScreenshot = defineSignal({
  id: 'shows-a-screenshot',
  question: 'Is there a picture of the result or of the thing at work?',
  look: ({ images }) =>
    images.some(({ url, alt }) => !NO_RESULT.test(`${alt.slice(0, 200)} ${url.slice(-120)}`)),
  examples: {
    yes: [{ kind: 'caption', text: 'Answer page', images: [{ url: 'img/answer.png', alt: 'Answer page' }] }],
    no: [{ kind: 'caption', text: 'Logo', images: [{ url: 'img/logo.svg', alt: 'Logo' }] }],
  },
});
