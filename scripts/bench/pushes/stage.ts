/** A simulated GitHub with its latency, and real server processes in front of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerProcess, startServerProcess } from '../../../test/helpers/server-process.ts';
import { type Simulator, startSimulator } from '../../../test/simulator/simulator.ts';
import { ROOT, SERVER_FLAGS } from '../compiled.ts';

/** What each answer of the simulated GitHub takes at least, as if it were some way off. */
export const GITHUB_LATENCY_MS = 50;

export interface Stage {
  readonly simulator: Simulator;
  /** Starts `showwork serve`, on the embedded database of this stage unless the variables say otherwise. */
  serve(variables?: Readonly<Record<string, string>>): Promise<ServerProcess>;
  /** Ends the servers and GitHub. Fails where either side broke GitHub's description. */
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'showwork-bench-'));
  const simulator = await startSimulator();
  simulator.latency = GITHUB_LATENCY_MS;
  const servers: ServerProcess[] = [];
  return {
    simulator,
    async serve(variables = {}) {
      const program = { cwd: ROOT, script: [...SERVER_FLAGS, 'src/cli.ts', 'serve'] };
      const dataPath = join(folder, 'showwork.sqlite');
      const server = await startServerProcess(simulator, dataPath, { program, variables });
      servers.push(server);
      return server;
    },
    async close() {
      for (const server of servers) await server.stop();
      await simulator.close();
      rmSync(folder, { recursive: true });
      if (simulator.violations.length > 0) throw new Error(JSON.stringify(simulator.violations.slice(0, 3)));
    },
  };
}
