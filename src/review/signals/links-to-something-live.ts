import { defineSignal } from './define-signal.ts';

/** Hosts that run what learners build, or show it on video. */
const LIVE_HOST =
  /^https?:\/\/(?:[\w-]+\.)*(?:streamlit\.app|streamlitapp\.com|share\.streamlit\.io|vercel\.app|netlify\.app|herokuapp\.com|onrender\.com|render\.com|railway\.app|fly\.dev|pythonanywhere\.com|github\.io|hf\.space|gradio\.live|web\.app|firebaseapp\.com|azurewebsites\.net|run\.app|amazonaws\.com|appspot\.com|pages\.dev|replit\.app|modal\.run|koyeb\.app|youtube\.com|youtu\.be|vimeo\.com|loom\.com|t\.me)(?:[/:?#]|$)|huggingface\.co\/spaces\//i;

/**
 * Looks for: a link to a running app or a recording of it.
 * Why a reader cares: they can see it for themselves.
 * Not to be taken for it: documentation, data sources, the site of a tool.
 */
export const linksToSomethingLive = defineSignal({
  id: 'links-to-something-live',
  question: 'Is there a link to the running thing or a recording of it?',
  look: ({ links, kind }) => kind !== 'code' && links.some(({ url }) => LIVE_HOST.test(url.slice(0, 300))),
  examples: {
    yes: [{ text: 'Try it here', links: [{ url: 'https://tenancy.streamlit.app/' }] }],
    no: [{ text: 'Data', links: [{ url: 'https://www.kaggle.com/datasets/x' }] }],
  },
});
