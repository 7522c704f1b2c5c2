/** The server of `--role web`, also on the embedded database, where an operator cannot ask for that role alone. */
import { explainProblems, loadConfig } from '../../../src/config.ts';
import { serve } from '../../../src/server.ts';

const loaded = loadConfig();
if (!loaded.ok) throw new Error(explainProblems(loaded));
await serve({ ...loaded.config, role: 'web' });
