/**
 * The table of everything that GitHub may send and this app acts on, one file per event. What is not here is ignored
 * with a reason (`ignored-events.ts`). docs/events.md is made from both; a new event is one file and one line here.
 */
import { z } from 'zod';
import { whyIgnored } from './ignored-events.ts';
import { onCheckRun } from './on-check-run.ts';
import { onCheckSuite } from './on-check-suite.ts';
import { onInstallation } from './on-installation.ts';
import { onInstallationRepositories } from './on-installation-repositories.ts';
import { onIssueComment } from './on-issue-comment.ts';
import { onPullRequest } from './on-pull-request.ts';
import { onPush } from './on-push.ts';
import { onRepository } from './on-repository.ts';
import { type EventRow, ignored, type Translation, type TranslationContext } from './translation.ts';

export const EVENTS: readonly EventRow[] = [
  onPush,
  onPullRequest,
  onIssueComment,
  onCheckRun,
  onCheckSuite,
  onInstallation,
  onInstallationRepositories,
  onRepository,
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
  const row = EVENTS.find(candidate => candidate.event === event);
  if (row === undefined || (row.actions !== null && !row.actions.includes(action ?? ''))) {
    return ignored(whyIgnored(event, action));
  }
  if (envelope.data.installation === undefined) {
    return ignored(
      'sent by a webhook of a repository or organisation; only events of an installed app are handled',
    );
  }
  return row.translate(payload, context);
}
