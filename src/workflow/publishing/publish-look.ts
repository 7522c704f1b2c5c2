import type { Repository } from '../../jobs.ts';
import type { Look } from '../reviewing/look.ts';
import { configurationView } from '../settings/configuration-view.ts';
import type { Tools } from '../tools.ts';
import type { ToPublish } from './check-run-draft.ts';
import { type Manner, publish } from './publish.ts';

/** Shows on a commit what a look at it came to. Answers null when GitHub shows it, else when to try again. */
export function publishLook(
  tools: Tools,
  repository: Repository,
  look: Look,
  manner: Manner,
  { since = null, ...urgency }: Partial<Pick<ToPublish, 'since' | 'urgency'>> = {},
): Promise<Date | null> {
  const { headSha, review, inForce } = look;
  const options = { enforce: inForce.settings.enforce, configuration: configurationView(look) };
  return publish(tools, repository, { headSha, review, since, options, ...urgency }, manner);
}
