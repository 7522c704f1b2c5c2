/** READMEs judged in warm worker threads, each of which can be stopped. */
import { types } from 'node:util';
import { Piscina } from 'piscina';
import { ShowworkError } from '../errors.ts';
import type { Reviewer, ReviewRequest } from '../ports.ts';
import type { Report } from '../review/report.ts';
import type { Yardstick } from './judge.ts';
import { isTaskStarted, type ReviewTask } from './thread-messages.ts';

/**
 * The backstop behind the cost estimate, which accepts what takes a fifth of this (DESIGN: untrusted input).
 * Milliseconds of work, waiting not counted.
 */
const TIME_LIMIT_MS = 5_000;
/** A thread needs about 60 MB for its tables and 100 MB for the dearest README that is accepted. */
const HEAP_LIMIT_MB = 384;

interface PoolOptions {
  readonly threads: number;
  readonly timeLimitMs?: number;
  readonly heapLimitMb?: number;
  /** The file a thread runs; it exports `reviewOnThread`. */
  readonly workerFile?: URL;
}

/** A review that was asked for and not answered yet. */
interface OpenReview {
  readonly abort: AbortController;
  timer?: NodeJS.Timeout;
}

export class ReviewPool implements Reviewer {
  readonly identity: string;
  readonly #pool: Piscina<ReviewTask, Report>;
  readonly #timeLimitMs: number;
  readonly #open = new Map<number, OpenReview>();
  #lastId = 0;

  constructor(yardstick: Yardstick, options: PoolOptions) {
    this.identity = `engine ${yardstick.engineVersion}, no model, rubric ${yardstick.rubric.digest}`;
    this.#timeLimitMs = options.timeLimitMs ?? TIME_LIMIT_MS;
    this.#pool = new Piscina({
      filename: (options.workerFile ?? ownWorkerFile()).href,
      name: 'reviewOnThread',
      workerData: yardstick,
      minThreads: 1,
      maxThreads: options.threads,
      idleTimeout: Number.POSITIVE_INFINITY,
      resourceLimits: { maxOldGenerationSizeMb: options.heapLimitMb ?? HEAP_LIMIT_MB },
    });
    this.#pool.on('message', message => {
      if (isTaskStarted(message)) this.#startTimer(message.started);
    });
    // A thread that fails while it starts belongs to no review, and no other would come: all open ones fail with it.
    this.#pool.on('error', (error: unknown) => {
      for (const { abort } of this.#open.values()) abort.abort(crashed(error));
    });
  }

  async review(request: ReviewRequest): Promise<Report> {
    const id = ++this.#lastId;
    const review: OpenReview = { abort: new AbortController() };
    this.#open.set(id, review);
    try {
      return await this.#pool.run({ id, request }, { signal: review.abort.signal });
    } catch (thrown) {
      const { signal } = review.abort;
      throw signal.aborted ? signal.reason : crashed(thrown);
    } finally {
      clearTimeout(review.timer);
      this.#open.delete(id);
    }
  }

  /** Stops the threads; open reviews fail with REVIEW_CRASHED. */
  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  #startTimer(id: number): void {
    const review = this.#open.get(id);
    if (review === undefined) return;
    const timedOut = new ShowworkError('REVIEW_TIMED_OUT', `no answer within ${this.#timeLimitMs} ms`);
    review.timer = setTimeout(() => review.abort.abort(timedOut), this.#timeLimitMs);
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
