import { z } from 'zod';
import type { Sha } from '../jobs.ts';
import { Id, RepositoryEvent, toRepository } from './payload.ts';
import { accepted, ignored, type Translation, type TranslationContext } from './translation.ts';

/** What the events *Re-run* and *Re-review* share. */
export const ReviewRequested = RepositoryEvent.extend({ sender: z.object({ type: z.string() }) });

export const CheckOwner = z.object({ id: Id });

export const RE_REVIEW_EXCEPTIONS = [
  'checks of another app',
  'a request by a bot: an app that re-runs its own checks would go round in circles',
];

/**
 * A request for a fresh look at a commit, if it is about our check and a person made it. GitHub sends an app events of
 * other apps' checks as well (orgs/community#210531), and a re-run by an app makes events again (taskcluster#5085).
 */
export function reReview(
  event: z.infer<typeof ReviewRequested>,
  check: { owner: z.infer<typeof CheckOwner>; headSha: z.infer<typeof Sha> },
  context: TranslationContext,
): Translation {
  if (check.owner.id !== context.appId) return ignored('the check belongs to another app');
  if (event.sender.type === 'Bot') return ignored("a bot asked; only a person's re-run is carried out");
  return accepted({
    instructions: [{ kind: 're-review', repository: toRepository(event), headSha: check.headSha }],
  });
}
