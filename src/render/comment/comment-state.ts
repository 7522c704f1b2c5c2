import { removedPaths } from '../changes.ts';
import { standingState } from '../standing-state.ts';
import type { CommentInput } from './comment-input.ts';
import { compareSettings } from './compare-settings.ts';
import type { SettingsPreview } from './settings-preview.ts';

/**
 * A canonical string of all that would be worth editing a comment for: verdicts before and now, acceptances, project
 * types, the preview. Commits, lines and sentences are no part of it, so that a push that flips nothing edits nothing.
 */
export function commentState({
  reports,
  delta,
  preview,
}: Pick<CommentInput, 'reports' | 'delta' | 'preview'>): string {
  const readmes = reports === 'no-readme' ? [] : reports.map(report => standingState(report, delta));
  const removed = removedPaths(delta);
  return JSON.stringify({ readmes, removed, preview: preview === undefined ? null : previewState(preview) });
}

function previewState(preview: SettingsPreview): unknown {
  if (preview.kind === 'readable') {
    const { now, proposed, locked } = preview;
    return { ...compareSettings(now, proposed), locked: locked.map(({ path }) => path) };
  }
  return { broken: preview.problems.map(({ path, message }) => ({ path, message })) };
}
