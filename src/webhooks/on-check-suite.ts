import { z } from 'zod';
import { Sha } from '../jobs.ts';
import { CheckOwner, RE_REVIEW_EXCEPTIONS, ReviewRequested, reReview } from './re-review.ts';
import { eventRow } from './translation.ts';

/** *Re-run all checks*. */
export const onCheckSuite = eventRow({
  event: 'check_suite',
  actions: ['rerequested'],
  sent: 'unasked',
  does: 'review the commit again',
  except: RE_REVIEW_EXCEPTIONS,
  payload: ReviewRequested.extend({ check_suite: z.object({ head_sha: Sha, app: CheckOwner }) }),
  translate(event, context) {
    const { app, head_sha } = event.check_suite;
    return reReview(event, { owner: app, headSha: head_sha }, context);
  },
});
