import type { Look } from '../reviewing/look.ts';
import { configurationView } from '../settings/configuration-view.ts';
import type { ToPublish } from './publish.ts';

/** What a check run says beside its review. */
export function checkRunOptions(look: Look): ToPublish['options'] {
  return { enforce: look.inForce.settings.enforce, configuration: configurationView(look) };
}
