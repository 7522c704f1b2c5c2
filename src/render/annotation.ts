/** One remark beside a line, within GitHub's limits. */
import { clip, neutralise } from './plain-text.ts';

/** GitHub, rest/checks/runs: characters of an annotation's title. */
export const MAX_ANNOTATION_TITLE = 255;
/** GitHub, rest/checks/runs: 64 KB of an annotation's message. */
export const MAX_ANNOTATION_BYTES = 64 * 1024;
/** Code points kept of each of a message's parts, of which there are three at most, four bytes each at most. */
const MAX_PART = Math.floor(MAX_ANNOTATION_BYTES / 4 / 3) - 1;

export interface Annotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly level: 'notice' | 'warning';
  readonly title: string;
  readonly message: string;
}

export function annotationTitle(text: string): string {
  return clip(neutralise(text), MAX_ANNOTATION_TITLE);
}

/** At most three parts, a line each: GitHub shows an annotation as plain text, with its line breaks. */
export function annotationMessage(parts: readonly [string, string?, string?]): string {
  return parts
    .flatMap(part => (part === undefined || part === '' ? [] : [clip(neutralise(part), MAX_PART)]))
    .join('\n');
}
