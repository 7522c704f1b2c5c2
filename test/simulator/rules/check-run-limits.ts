import { validationFailed } from '../answer.ts';
import type { Limits } from '../limits.ts';
import type { AnnotationBody, CheckRunBody } from '../operations/check-run-body.ts';

/**
 * What GitHub refuses in a check run beyond its description; the description itself holds the 50 annotations, the
 * 3 actions and their lengths. Sources of the figures: `limits.ts`.
 */
export function enforceCheckRunLimits(body: CheckRunBody, limits: Limits): void {
  const { summary, text, annotations = [] } = body.output ?? {};
  for (const [field, value] of Object.entries({ summary, text })) {
    // The description says 65,535 characters; GitHub counts bytes.
    if (value !== undefined && Buffer.byteLength(value) > limits.checkOutputBytes) {
      const message = `${field} exceeds a maximum bytesize of ${limits.checkOutputBytes}`;
      throw validationFailed('CheckRun', field, message);
    }
  }
  for (const annotation of annotations) enforceAnnotation(annotation, limits);
}

function enforceAnnotation(annotation: AnnotationBody, limits: Limits): void {
  const refuse = (field: string, message: string) =>
    validationFailed('CheckRun', `annotations.${field}`, message);
  const { message, raw_details: details = '', title } = annotation;
  const most = limits.annotationMessageBytes;
  if (Buffer.byteLength(message) > most) throw refuse('message', 'is too long');
  if (Buffer.byteLength(details) > most) throw refuse('raw_details', 'is too long');
  if ((title ?? '').length > limits.annotationTitleLength) throw refuse('title', 'is too long');
  if (annotation.start_line < 1) throw refuse('start_line', 'must be at least 1');
  if (annotation.end_line < annotation.start_line) throw refuse('end_line', 'must not be before start_line');
  const columns = annotation.start_column !== undefined || annotation.end_column !== undefined;
  if (columns && annotation.start_line !== annotation.end_line) {
    // "Annotations only support start_column and end_column on the same line" (rest/checks/runs).
    throw refuse('start_column', 'is only supported where start_line and end_line are the same');
  }
}
