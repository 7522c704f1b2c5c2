import { readFacts } from '../facts/read-facts.ts';
import { isMarkdownPath } from '../facts/readme-names.ts';
import { MAX_README_BYTES, type ReviewRequest } from '../ports.ts';
import { decodeReadme } from '../readme/decode-readme.ts';
import { estimateCost } from '../readme/estimate-cost.ts';
import { readOutline } from '../readme/read-outline.ts';
import type { ReviewInput } from '../review/examine.ts';
import { readingNotes } from './reading-notes.ts';
import { rubricsInForce } from './rubrics-in-force.ts';
import { type WhyNotRead, whyNotMarkdown, whyTooComplex, whyUnread } from './why-not-read.ts';
import type { Yardstick } from './yardstick.ts';

/** What a review needs, or why the README is not read; and what it is judged by, with the request's changes. */
export interface Prepared {
  readonly yardstick: Yardstick;
  readonly readme: { readonly input: ReviewInput } | { readonly why: WhyNotRead };
}

/** From a README's bytes to what a review needs. Deterministic, and linear in the request. */
export function prepare(request: ReviewRequest, given: Yardstick): Prepared {
  const yardstick = { ...given, rubrics: rubricsInForce(given.rubrics, request.rubricChanges) };
  return { yardstick, readme: read(request, yardstick) };
}

function read(request: ReviewRequest, yardstick: Yardstick): Prepared['readme'] {
  const { path, sha, content } = request.readme;
  if (typeof content === 'string') return { why: whyUnread(content) };
  if (!isMarkdownPath(path)) return { why: whyNotMarkdown(path) };
  if (content.byteLength > MAX_README_BYTES) return { why: whyUnread('too-large') };
  const decoded = decodeReadme(content);
  const cost = estimateCost(decoded.text);
  if (cost.kind === 'refused') return { why: whyTooComplex(cost.why) };

  const { text, omitted } = cost.kind === 'cut' ? cost : { text: decoded.text, omitted: [] };
  const input = {
    ...yardstick,
    readme: { path, sha },
    outline: readOutline(text, omitted),
    facts: readFacts({
      name: request.repositoryName,
      paths: request.paths,
      pathsTruncated: request.pathsTruncated,
      manifests: request.manifests.map(file => ({ path: file.path, text: decodeReadme(file.bytes).text })),
    }),
    notes: readingNotes(decoded, omitted),
    ...(request.accepted !== undefined && { accepted: request.accepted }),
    ...(request.declaredType !== undefined && { declaredType: request.declaredType }),
  };
  return { input };
}
