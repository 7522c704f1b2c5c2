/**
 * What may keep a thread for long, told on the calling thread before anything is parsed: by its size, and only where it is
 * small by what its markup costs. Errs towards long, which costs its sender a wait and nobody else anything.
 */
import type { ReviewRequest } from '../ports.ts';
import { decodeReadme } from '../readme/decode-readme.ts';
import { countCost } from '../readme/estimate-cost.ts';
import { normalizeLineEndings } from '../readme/source-lines.ts';

/** More is not looked at here. The largest of 545 learners' READMEs has 30 kB. Bytes, or characters of a comment. */
const MOST_BYTES = 32_768;
/** The dearest of these READMEs costs 15,000 units (`readme/estimate-cost.ts`). */
const MOST_COST = 20_000;

/** Of a README and its manifests. */
export function reviewMayTakeLong({ readme, manifests }: ReviewRequest): boolean {
  const { content } = readme;
  const readmeBytes = typeof content === 'string' ? 0 : content.byteLength;
  const bytes = manifests.reduce((sum, file) => sum + file.bytes.byteLength, readmeBytes);
  if (bytes > MOST_BYTES) return true;
  return typeof content !== 'string' && isDear(decodeReadme(content).text);
}

/** Of a comment. */
export function commentMayTakeLong(text: string): boolean {
  return text.length > MOST_BYTES || isDear(text);
}

function isDear(markdown: string): boolean {
  return countCost(normalizeLineEndings(markdown)) > MOST_COST;
}
