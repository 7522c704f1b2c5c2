/**
 * The whole line from a README's bytes to its report, or to how that came about, as pure functions: for worker threads
 * and for benches.
 */
import { isMarkdownPath } from '../facts/choose-files.ts';
import { readFacts } from '../facts/read-facts.ts';
import { MAX_README_BYTES, type ReviewRequest } from '../ports.ts';
import { decodeReadme } from '../readme/decode-readme.ts';
import { estimateCost } from '../readme/estimate-cost.ts';
import { readOutline } from '../readme/read-outline.ts';
import { accept } from '../review/accept.ts';
import type { ReviewInput } from '../review/examine.ts';
import { explain } from '../review/explain.ts';
import type { Explanation } from '../review/explanation.ts';
import type { TrainedModel } from '../review/model/decode-model.ts';
import { notAssessed } from '../review/not-assessed.ts';
import type { Report } from '../review/report.ts';
import { review } from '../review/review.ts';
import type { Rubrics } from '../rubric/rubrics.ts';
import { readingNotes } from './reading-notes.ts';
import { type WhyNotRead, whyNotMarkdown, whyTooComplex, whyUnread } from './why-not-read.ts';

/** What READMEs are judged by. Plain data, so that it can be handed to a thread. */
export interface Yardstick {
  readonly rubrics: Rubrics;
  readonly engineVersion: string;
  readonly model?: TrainedModel;
}

/** Judges one README. The same request and yardstick give the same report, byte for byte. */
export function judge(request: ReviewRequest, yardstick: Yardstick): Report {
  const prepared = prepare(request, yardstick);
  if ('input' in prepared) return review(prepared.input);
  const { path, sha } = request.readme;
  const { engineVersion, rubrics, model } = yardstick;
  const readme = { path, sha };
  const report = notAssessed({ readme, rubric: rubrics.base, engineVersion, model, ...prepared.why });
  const said = { inReadme: [], elsewhere: request.accepted ?? [] };
  return { ...report, criteria: accept(report.criteria, said) };
}

/** How the verdicts that `judge` gives came about; null where it judges nothing. */
export function explainVerdicts(request: ReviewRequest, yardstick: Yardstick): Explanation | null {
  const prepared = prepare(request, yardstick);
  return 'input' in prepared ? explain(prepared.input) : null;
}

/** What a review needs, or why the README is not read. */
function prepare(
  request: ReviewRequest,
  yardstick: Yardstick,
): { readonly input: ReviewInput } | { readonly why: WhyNotRead } {
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
