/** People who push at a simulated GitHub, and how long each of them waits for the check run. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { LoggedRequest } from '../../../test/simulator/request-log.ts';
import type { SimulatedRepository } from '../../../test/simulator/simulated-repository.ts';
import type { Simulator } from '../../../test/simulator/simulator.ts';

/** A push whose commit has its check run. Times are milliseconds on the clock of `performance`. */
export interface Concluded {
  /** The account of its repository, which has an installation of its own. */
  readonly owner: string;
  readonly waitedMs: number;
  readonly at: number;
}

interface Push {
  readonly owner: string;
  /** Repository and branch: a newer head of it makes the review of an older one needless. */
  readonly line: string;
  readonly dueAt: number;
}

const READMES = join(dirname(fileURLToPath(import.meta.url)), '../../../fixtures/readmes');
/** Without any check run; a machine that does much else is slow. */
const PATIENCE_MS = 90_000;
const CreatedCheckRun = z.object({ head_sha: z.string() });

export class Pushes {
  readonly #simulator: Simulator;
  readonly #webhookUrl: () => string;
  readonly #texts = readdirSync(READMES).map(name => readFileSync(join(READMES, name, 'README.md'), 'utf8'));
  readonly #open = new Map<string, Push>();
  #concluded: Concluded[] = [];
  #progress: PromiseWithResolvers<void> | null = null;
  #count = 0;
  #failed = 0;

  /** `webhookUrl` is asked before each delivery. */
  constructor(simulator: Simulator, webhookUrl: () => string) {
    this.#simulator = simulator;
    this.#webhookUrl = webhookUrl;
    simulator.watch(request => this.#note(request));
  }

  /**
   * Commits a README that nobody has seen on a branch of its own, unless told which, and delivers the signed push. Waiting
   * counts from `dueAt`. One that is not taken in within GitHub's ten seconds is counted as failed.
   */
  async push(repository: SimulatedRepository, dueAt = performance.now(), branch?: string): Promise<void> {
    this.#count += 1;
    const text = this.#texts[this.#count % this.#texts.length];
    const onBranch = branch ?? `attempt-${this.#count}`;
    const change = repository.commit(onBranch, {
      'README.md': `${text}\nAttempt ${this.#count}.\n`,
      'requirements.txt': 'torch\n',
    });
    const line = `${repository.fullName}@${onBranch}`;
    this.#open.set(change.after, { owner: repository.record.owner.login, line, dueAt });
    const { webhooks } = this.#simulator;
    const delivery = { url: this.#webhookUrl(), ...webhooks.push(change) };
    const taken = await webhooks.deliver(delivery).then(
      ({ status }) => status === 202,
      () => false,
    );
    if (taken) return;
    this.#failed += 1;
    this.#open.delete(change.after);
  }

  /** Resolves when each push has its check run, or a newer one of its branch has. Rejects where nothing more comes. */
  async drained(): Promise<void> {
    while (this.#open.size > 0) {
      this.#progress = Promise.withResolvers();
      const { promise, reject } = this.#progress;
      const inTime = setTimeout(() => reject(new Error('No more check runs come.')), PATIENCE_MS);
      await promise.finally(() => clearTimeout(inTime));
    }
  }

  /** What was concluded since the last call. */
  take(): readonly Concluded[] {
    const concluded = this.#concluded;
    this.#concluded = [];
    return concluded;
  }

  /** Deliveries that were not taken in, so far. */
  get failed(): number {
    return this.#failed;
  }

  #note({ operationId, status, body }: LoggedRequest): void {
    if (operationId !== 'checks/create' || status !== 201) return;
    const { head_sha: head } = CreatedCheckRun.parse(body);
    const push = this.#open.get(head);
    if (push === undefined) return;
    for (const [older, { line }] of this.#open) {
      if (line === push.line) this.#open.delete(older);
      if (older === head) break;
    }
    this.#progress?.resolve();
    const at = performance.now();
    this.#concluded.push({ owner: push.owner, waitedMs: at - push.dueAt, at });
  }
}
