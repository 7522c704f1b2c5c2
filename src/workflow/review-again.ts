import type { Repository } from '../jobs.ts';
import type { Manner } from './publishing/publish.ts';
import { publishLook } from './publishing/publish-look.ts';
import { type Look, lookAt } from './reviewing/look.ts';
import type { Tools } from './tools.ts';

/** `look` is null where the settings have switched the app off, `later` where there is nothing to come back for. */
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

/** A fresh look at a commit because somebody asked: its check run is an answer also without a README. */
export function reviewAgain(
  tools: Tools,
  repository: Repository,
  { headSha, onDefaultBranch, asked, manner }: AskedCommit,
): Promise<SeenAgain> {
  return tools.inTurn(repository, headSha, async () => {
    const look = await lookAt(tools, repository, headSha, { onDefaultBranch, asked });
    return { look, later: look && (await publishLook(tools, repository, look, manner)) };
  });
}
