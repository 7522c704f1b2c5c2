/** The comment on a pull request, and the answer to `/review`: what changes, and the one edit worth making next. */
import type { Report } from '../../review/report.ts';
import type { Piece } from '../byte-budget.ts';
import { conversationBody } from '../conversation-limit.ts';
import { link, md } from '../markdown.ts';
import { stepPlace, topSteps } from '../next-steps.ts';
import { sentences } from '../phrases.ts';
import type { CommitPlace, Locate } from '../place.ts';
import { checksAddress, locateAt } from '../place.ts';
import { standingOf } from '../standing.ts';
import { versionsLine } from '../versions.ts';
import type { CommentInput } from './comment-input.ts';
import { commentOpening } from './comment-opening.ts';
import { commentReadmes } from './comment-readmes.ts';
import { commentState } from './comment-state.ts';
import { previewSection } from './preview-section.ts';

/** Inside code spans, so that it asks for nothing itself. */
const ASK_AGAIN = 'Ask again with `/review` in a comment (`/review help` says what else there is)';
const NO_COMMENTS = '`comments: false` in `.github/showwork.yml` switches these comments off';

/** `state` names all that is worth an edit: see `commentState`. At most `MAX_BODY_BYTES`. */
export function renderComment(input: CommentInput): { readonly body: string; readonly state: string } {
  const { delta, place, marker, occasion, note, preview } = input;
  const reports = input.reports === 'no-readme' ? [] : input.reports;
  const locate = locateAt(place);
  const pieces: readonly Piece[] = [
    ...commentOpening(input),
    ...(note === undefined ? [] : [note]),
    ...commentReadmes(reports, delta, locate),
    ...nextEdit(reports, locate),
    ...(preview === undefined ? [] : previewSection(preview, locate)),
  ];
  const ending = reports.length === 0 ? [] : [rest(place)];
  const versions = reports.length === 0 ? [] : [versionsLine(reports)];
  const off = occasion === 'pull-request' ? [NO_COMMENTS] : [];
  const foot = [...versions, ASK_AGAIN, ...off].join(' · ');
  return { body: conversationBody({ marker, pieces, ending, foot }), state: commentState(input) };
}

/** One, in full: who has twelve does none. */
function nextEdit(reports: readonly Report[], locate: Locate): readonly Piece[] {
  const [step] = topSteps(reports);
  if (step !== undefined) {
    const said = sentences([step.text, step.question]);
    return [md`**Worth making next:** ${said}${stepPlace(step, reports, locate)}`.source];
  }
  const done = reports.length > 0 && reports.every(report => standingOf(report).kind === 'documented');
  return done ? ['Nothing is left to add here.'] : [];
}

function rest(place: CommitPlace): string {
  const check = link(md`the Showwork check of this commit`, checksAddress(place));
  return md`The rest, with the lines that were read, is in ${check}.`.source;
}
