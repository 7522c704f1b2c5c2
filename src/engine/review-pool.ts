/** READMEs judged, settings and comments read, in warm worker threads, each of which can be stopped. */
import { types } from 'node:util';
import { Piscina } from 'piscina';
import type { Intent } from '../commands/intent.ts';
import { ShowworkError } from '../errors.ts';
import {
  type CriterionExplanation,
  type Named,
  type Observer,
  type Reviewer,
  type ReviewRequest,
  UNOBSERVED,
} from '../ports.ts';
import type { Report } from '../review/report.ts';
import type { SettingsReading, SettingsRequest } from '../settings/settings.ts';
import { atMost } from './at-most.ts';
import { commentMayTakeLong, reviewMayTakeLong } from './may-take-long.ts';
import { HEAP_LIMIT_MB, TIME_LIMIT_MS } from './thread-limits.ts';
import { isTaskStarted, type ThreadFunction, type ThreadTask, type ThreadWork } from './thread-messages.ts';
import type { Yardstick } from './yardstick.ts';

interface PoolOptions {
  readonly threads: number;
  readonly timeLimitMs?: number;
  readonly heapLimitMb?: number;
  readonly observer?: Observer;
  /** The file a thread runs; it exports the functions of `ThreadWork`. */
  readonly workerFile?: URL;
}

/** A task that was handed in and not answered yet. */
interface OpenTask {
  readonly abort: AbortController;
  /** When a thread began with it, on the clock of `performance`; until then, when it was handed in. */
  startedAt: number;
  timedOut: boolean;
  timer?: NodeJS.Timeout;
}

export class ReviewPool implements Reviewer {
  readonly identity: string;
  readonly projectTypes: readonly Named[];
  readonly #pool: Piscina<ThreadTask>;
  readonly #timeLimitMs: number;
  readonly #observer: Observer;
  /**
   * What may take long is kept from one of the threads, so that whoever sends it never has all of them: the others'
   * READMEs, which take milliseconds, go past it there.
   */
  readonly #besideOthers: ReturnType<typeof atMost>;
  readonly #open = new Map<number, OpenTask>();
  #lastId = 0;
  #closing = false;

  constructor(yardstick: Yardstick, options: PoolOptions) {
    const { engineVersion, model, rubrics } = yardstick;
    const digests = [rubrics.base, ...rubrics.types].map(({ id, digest }) => `${id} ${digest}`);
    this.identity = `engine ${engineVersion}, model ${model?.digest ?? 'none'}, rubrics ${digests.join(' ')}`;
    this.projectTypes = rubrics.base.projectTypes.map(({ id, title }) => ({ id, title }));
    this.#timeLimitMs = options.timeLimitMs ?? TIME_LIMIT_MS;
    this.#observer = options.observer ?? UNOBSERVED;
    this.#besideOthers = atMost(Math.max(1, options.threads - 1));
    this.#pool = new Piscina({
      filename: (options.workerFile ?? ownWorkerFile()).href,
      workerData: yardstick,
      minThreads: 1,
      maxThreads: options.threads,
      idleTimeout: Number.POSITIVE_INFINITY,
      resourceLimits: { maxOldGenerationSizeMb: options.heapLimitMb ?? HEAP_LIMIT_MB },
    });
    this.#pool.on('message', message => {
      if (isTaskStarted(message)) this.#startTimer(message.started);
    });
    // A thread that fails while it starts belongs to no task, and no other would come: all open ones fail with it.
    this.#pool.on('error', (error: unknown) => {
      for (const { abort } of this.#open.values()) abort.abort(crashed(error));
    });
  }

  async review(request: ReviewRequest): Promise<Report> {
    const { answer, seconds } = await this.#run('reviewOnThread', request, reviewMayTakeLong(request));
    this.#observer.reviewed(seconds, answer.criteria);
    return answer;
  }

  async explain(request: ReviewRequest, criterion: string): Promise<CriterionExplanation | null> {
    const mayTakeLong = reviewMayTakeLong(request);
    return (await this.#run('explainOnThread', { review: request, criterion }, mayTakeLong)).answer;
  }

  async readSettings(request: SettingsRequest): Promise<SettingsReading> {
    return (await this.#run('readSettingsOnThread', request, false)).answer;
  }

  async readComment(text: string): Promise<Intent | null> {
    return (await this.#run('readCommentOnThread', text, commentMayTakeLong(text))).answer;
  }

  /** Stops the threads; open tasks fail with REVIEW_CRASHED. */
  async close(): Promise<void> {
    this.#closing = true;
    await this.#pool.destroy();
  }

  async #run<Name extends ThreadFunction>(
    name: Name,
    request: ThreadWork[Name]['request'],
    mayTakeLong: boolean,
  ): Promise<{ readonly answer: ThreadWork[Name]['answer']; readonly seconds: number }> {
    const id = ++this.#lastId;
    const task: OpenTask = { abort: new AbortController(), startedAt: performance.now(), timedOut: false };
    const { signal } = task.abort;
    this.#open.set(id, task);
    try {
      const onThread = () => this.#pool.run({ id, request }, { name, signal });
      const answer = await (mayTakeLong ? this.#besideOthers(onThread) : onThread());
      return { answer, seconds: (performance.now() - task.startedAt) / 1000 };
    } catch (thrown) {
      if (!this.#closing) this.#observer.threadFailed(task.timedOut ? 'timed-out' : 'crashed');
      throw signal.aborted ? signal.reason : crashed(thrown);
    } finally {
      clearTimeout(task.timer);
      this.#open.delete(id);
    }
  }

  #startTimer(id: number): void {
    const task = this.#open.get(id);
    if (task === undefined) return;
    const timedOut = new ShowworkError('REVIEW_TIMED_OUT', `no answer within ${this.#timeLimitMs} ms`);
    task.startedAt = performance.now();
    task.timer = setTimeout(() => {
      task.timedOut = true;
      task.abort.abort(timedOut);
    }, this.#timeLimitMs);
  }
}

function ownWorkerFile(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./review-worker.${extension}`, import.meta.url);
}

function crashed(thrown: unknown): ShowworkError {
  // An error that crossed threads may be from another realm, where `instanceof` does not know it.
  const detail = types.isNativeError(thrown) ? thrown.message : String(thrown);
  return new ShowworkError('REVIEW_CRASHED', detail, { cause: thrown });
}
