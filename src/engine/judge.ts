/** The whole line from a README's bytes to its report, as a pure function: for worker threads and for benches. */
import { isMarkdownPath } from '../facts/choose-files.ts';
import { readFacts } from '../facts/read-facts.ts';
import { MAX_README_BYTES, type ReviewRequest } from '../ports.ts';
import { decodeReadme } from '../readme/decode-readme.ts';
import { estimateCost } from '../readme/estimate-cost.ts';
import { readOutline } from '../readme/read-outline.ts';
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
  const { path, sha, content } = request.readme;
  const readme = { path, sha };
  const { engineVersion, rubrics } = yardstick;
  const dismiss = (why: WhyNotRead): Report =>
    notAssessed({ readme, rubric: rubrics.base, engineVersion, ...why });

  if (typeof content === 'string') return dismiss(whyUnread(content));
  if (!isMarkdownPath(path)) return dismiss(whyNotMarkdown(path));
  if (content.byteLength > MAX_README_BYTES) return dismiss(whyUnread('too-large'));
  const decoded = decodeReadme(content);
  const cost = estimateCost(decoded.text);
  if (cost.kind === 'refused') return dismiss(whyTooComplex(cost.why));

  const { text, omitted } = cost.kind === 'cut' ? cost : { text: decoded.text, omitted: [] };
  return review({
    ...yardstick,
    readme,
    outline: readOutline(text, omitted),
    facts: readFacts({
      name: request.repositoryName,
      paths: request.paths,
      pathsTruncated: request.pathsTruncated,
      manifests: request.manifests.map(file => ({ path: file.path, text: decodeReadme(file.bytes).text })),
    }),
    notes: readingNotes(decoded, omitted),
    ...(request.declaredType !== undefined && { declaredType: request.declaredType }),
  });
}
