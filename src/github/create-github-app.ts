import { z } from 'zod';
import { ShowworkError } from '../errors.ts';
import { type GitHubApp, UNOBSERVED } from '../ports.ts';
import { askAsApp } from './ask-as-app.ts';
import type { GitHubOptions } from './create-github.ts';
import { listDeliveries } from './hook-deliveries.ts';
import { observeRequests } from './observe-requests.ts';
import { buildOctokit } from './octokit.ts';
import { unlessGone } from './unless-gone.ts';

const AppAnswer = z.object({
  id: z.int().positive(),
  slug: z.string().min(1),
  permissions: z.record(z.string(), z.string()),
  events: z.array(z.string()),
});

/** The `GitHubApp` port over REST. */
export function createGitHubApp(options: GitHubOptions): GitHubApp {
  const { clock, observer = UNOBSERVED } = options;
  const octokit = buildOctokit(options);
  observeRequests(octokit, observer, clock);
  const ask = askAsApp(octokit, options, clock);
  return {
    async readApp() {
      const asking = ask({
        doing: 'read the app',
        send: ({ rest }, headers) => rest.apps.getAuthenticated({ headers }),
        answer: AppAnswer,
      });
      const app = await unlessGone(asking);
      if (app !== null) return app;
      throw new ShowworkError(
        'GITHUB_UNAUTHORIZED',
        `GitHub knows no app ${options.appId}; is APP_ID right?`,
      );
    },
    listDeliveries: () => listDeliveries(ask),
    async redeliver(attemptId) {
      await ask({
        doing: `ask for delivery attempt ${attemptId} again`,
        send: ({ rest }, headers) => rest.apps.redeliverWebhookDelivery({ delivery_id: attemptId, headers }),
        answer: z.unknown(),
      });
    },
  };
}
