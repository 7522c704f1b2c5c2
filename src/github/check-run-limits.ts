/**
 * What GitHub accepts in one check run. The renderer truncates with care; this is the last line of defence, because
 * a run that is too long was seen to stay pending for ever (electron/archaeologist#35) instead of being refused.
 */
import { ShowworkError } from '../errors.ts';
import type { CheckRun } from '../ports.ts';

/** Annotations in one request; more follow by update, which appends (docs: rest/checks/runs). */
export const ANNOTATIONS_PER_REQUEST = 50;
/** UTF-8 bytes of a summary; the documentation says characters, GitHub counts bytes (github/docs#35252). */
export const SUMMARY_BYTES = 65_535;
/** UTF-8 bytes of an annotation's message: 64 KB (docs: rest/checks/runs). */
export const ANNOTATION_MESSAGE_BYTES = 65_536;
/** Characters of an annotation's title (docs: rest/checks/runs). */
export const ANNOTATION_TITLE_CHARACTERS = 255;
/** Buttons of a check run, and the characters of each of their texts (docs: rest/checks/runs). */
export const ACTIONS = 3;
export const ACTION_LABEL_CHARACTERS = 20;
export const ACTION_DESCRIPTION_CHARACTERS = 40;
export const ACTION_IDENTIFIER_CHARACTERS = 20;

/** Throws `GITHUB_REJECTED`, naming the field, its size and the limit, where GitHub would not accept the run. */
export function assertWithinLimits(run: CheckRun): void {
  demand('summary', byteLength(run.summary), SUMMARY_BYTES, 'bytes');
  run.annotations.forEach((annotation, index) => {
    const field = `annotation ${index}`;
    demand(`${field} message`, byteLength(annotation.message), ANNOTATION_MESSAGE_BYTES, 'bytes');
    demand(`${field} title`, characters(annotation.title), ANNOTATION_TITLE_CHARACTERS, 'characters');
  });
  demand('actions', run.actions.length, ACTIONS, 'entries');
  for (const action of run.actions) {
    demand('action label', characters(action.label), ACTION_LABEL_CHARACTERS, 'characters');
    demand('action description', characters(action.description), ACTION_DESCRIPTION_CHARACTERS, 'characters');
    demand('action identifier', characters(action.identifier), ACTION_IDENTIFIER_CHARACTERS, 'characters');
  }
}

function demand(field: string, size: number, limit: number, unit: string): void {
  if (size <= limit) return;
  throw new ShowworkError(
    'GITHUB_REJECTED',
    `check run not sent: its ${field} has ${size} ${unit}, GitHub accepts ${limit}`,
  );
}

function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** Code points, as GitHub counts characters. */
function characters(text: string): number {
  return [...text].length;
}
