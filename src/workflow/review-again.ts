import type { Repository } from '../jobs.ts';
import { checkRunOptions } from './publishing/check-run-options.ts';
import { type Manner, publish } from './publishing/publish.ts';
import { type Look, lookAt } from './reviewing/look.ts';
import type { Tools } from './tools.ts';

/**
 * A fresh look at a commit because somebody asked: it gets an answer also without a README. `look` is null where the
 * settings have switched the app off, `later` where there is nothing to come back for.
 */
export interface SeenAgain {
  readonly look: Look | null;
  readonly later: Date | null;
}

export interface AskedCommit {
  readonly headSha: string;
  readonly onDefaultBranch: boolean;
  /** Whether settings are looked up, or may be as they are remembered. */
  readonly asked: boolean;
  readonly manner: Manner;
}

export function reviewAgain(
  tools: Tools,
  repository: Repository,
  { headSha, onDefaultBranch, asked, manner }: AskedCommit,
): Promise<SeenAgain> {
  return tools.inTurn(repository, headSha, async () => {
    const look = await lookAt(tools, repository, headSha, { onDefaultBranch, asked });
    if (look === null) return { look, later: null };
    const { review } = look;
    const options = checkRunOptions(look);
    return {
      look,
      later: await publish(tools, repository, { headSha, review, since: null, options }, manner),
    };
  });
}
