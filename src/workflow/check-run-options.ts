import type { Look } from './look.ts';
import type { ToPublish } from './publishing/publish.ts';
import { configurationView } from './settings/configuration-view.ts';

/** What a check run says beside its review. */
export function checkRunOptions(look: Look): ToPublish['options'] {
  return { enforce: look.inForce.settings.enforce, configuration: configurationView(look) };
}
