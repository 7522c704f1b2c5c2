import { z } from 'zod';
import { Sha } from '../jobs.ts';
import { CheckOwner, RE_REVIEW_EXCEPTIONS, ReviewRequested, reReview } from './re-review.ts';
import { eventRow, ignored } from './translation.ts';

/** The identifier of the button on our check run. */
const RE_REVIEW_ACTION = 're-review';

/** *Re-run* beside our check, and the *Re-review* button on it. */
export const onCheckRun = eventRow({
  event: 'check_run',
  actions: ['rerequested', 'requested_action'],
  sent: 'unasked',
  does: 'review the commit again',
  except: [...RE_REVIEW_EXCEPTIONS, `a requested action other than \`${RE_REVIEW_ACTION}\``],
  payload: ReviewRequested.extend({
    action: z.string(),
    requested_action: z.object({ identifier: z.string() }).optional(),
    check_run: z.object({ head_sha: Sha, app: CheckOwner }),
  }),
  translate(event, context) {
    const { app, head_sha } = event.check_run;
    const translation = reReview(event, { owner: app, headSha: head_sha }, context);
    if (translation.kind === 'ignored') return translation;
    if (event.action === 'requested_action' && event.requested_action?.identifier !== RE_REVIEW_ACTION) {
      return ignored('the requested action is not one of ours');
    }
    return translation;
  },
});
