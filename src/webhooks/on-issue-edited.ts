import { z } from 'zod';
import { readDashboardBox } from './dashboard-box.ts';
import { Id, RepositoryEvent, toRepository } from './payload.ts';
import { accepted, eventRow, ignored } from './translation.ts';

/** Ticking a box is an edit of the issue's body, by whoever ticks it. */
export const onIssueEdited = eventRow({
  event: 'issues',
  actions: ['edited'],
  sent: 'on-subscription',
  does: 'review the default branch again where somebody ticked the box on our dashboard',
  except: [
    'an issue that this app did not write',
    'an edit by a bot: our own edits of the dashboard come back as events',
    'an edit that does not tick the box',
  ],
  payload: RepositoryEvent.extend({
    sender: z.object({ type: z.string() }),
    issue: z.object({
      number: Id,
      body: z.string().nullable(),
      performed_via_github_app: z.object({ id: Id }).nullish(),
    }),
    changes: z.object({ body: z.object({ from: z.string() }).optional() }).optional(),
  }),
  translate(event, { appId }) {
    const { issue, sender, changes } = event;
    if (issue.performed_via_github_app?.id !== appId) return ignored('the issue was not written by this app');
    if (sender.type === 'Bot') return ignored('a bot edited the issue; only a tick by a person counts');
    const wasTicked = readDashboardBox(changes?.body?.from ?? '') === 'ticked';
    const isTicked = readDashboardBox(issue.body ?? '') === 'ticked';
    if (changes?.body === undefined || wasTicked || !isTicked) {
      return ignored('the box on the dashboard was not ticked');
    }
    return accepted({
      instructions: [
        { kind: 'dashboard-ticked', repository: toRepository(event), issueNumber: issue.number },
      ],
    });
  },
});
