/**
 * The table of everything that GitHub may send and this app acts on, one file per row. What is not here is ignored
 * with a reason (`ignored-events.ts`). docs/events.md is made from both; a new row is one file and one line here.
 */
import { z } from 'zod';
import { whyIgnored } from './ignored-events.ts';
import { onCheckRun } from './on-check-run.ts';
import { onCheckSuite } from './on-check-suite.ts';
import { onInstallationCreated } from './on-installation-created.ts';
import { onInstallationDeleted } from './on-installation-deleted.ts';
import { onInstallationRepositories } from './on-installation-repositories.ts';
import { onInstallationSuspended } from './on-installation-suspended.ts';
import { onIssueComment } from './on-issue-comment.ts';
import { onIssueEdited } from './on-issue-edited.ts';
import { onPullRequest } from './on-pull-request.ts';
import { onPush } from './on-push.ts';
import { onRepositoryChanged } from './on-repository-changed.ts';
import { onRepositoryDeleted } from './on-repository-deleted.ts';
import { type EventRow, ignored, type Translation, type TranslationContext } from './translation.ts';

export const EVENTS: readonly EventRow[] = [
  onPush,
  onPullRequest,
  onIssueComment,
  onIssueEdited,
  onCheckRun,
  onCheckSuite,
  onInstallationCreated,
  onInstallationDeleted,
  onInstallationSuspended,
  onInstallationRepositories,
  onRepositoryChanged,
  onRepositoryDeleted,
];

const Envelope = z.object({ action: z.string().optional(), installation: z.unknown().optional() });

/** The payload's action, or null for an event without one. */
export function readAction(payload: unknown): string | null {
  return Envelope.safeParse(payload).data?.action ?? null;
}

/**
 * What an event means to this app. Pure: the same event gives the same answer, however it came in. Never throws;
 * `payload` may be anything.
 */
export function translate(event: string, payload: unknown, context: TranslationContext): Translation {
  const envelope = Envelope.safeParse(payload);
  if (!envelope.success)
    return { kind: 'unreadable', problem: 'the payload is not an object with an action' };

  const action = envelope.data.action ?? null;
  const row = EVENTS.find(
    candidate => candidate.event === event && (candidate.actions?.includes(action ?? '') ?? true),
  );
  if (row === undefined) return ignored(whyIgnored(event, action));
  if (envelope.data.installation === undefined) {
    return ignored(
      'sent by a webhook of a repository or organisation; only events of an installed app are handled',
    );
  }
  return row.translate(payload, context);
}
