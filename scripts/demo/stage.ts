/** Delivers what a learner does, waits for the check run, and shows what GitHub would now show. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import pc from 'picocolors';
import { type CheckRunView, renderCheckRunPage } from '../../src/render/check-run-page.ts';
import type { ServerProcess } from '../../test/helpers/server-process.ts';
import type { SimulatedRepository } from '../../test/simulator/simulated-repository.ts';
import type { Simulator } from '../../test/simulator/simulator.ts';
import type { PullRequestChange, Push } from '../../test/simulator/state/changes.ts';
import type { CheckRun } from '../../test/simulator/state/records.ts';
import type { WebhookEvent } from '../../test/simulator/webhooks/event.ts';
import { viewOf } from './check-run-view.ts';
import { markdownToTerminal } from './markdown-to-terminal.ts';

interface StageParts {
  readonly simulator: Simulator;
  readonly server: ServerProcess;
  readonly repository: SimulatedRepository;
  /** Where the page goes that shows every check run so far. */
  readonly page: string;
}

export class Stage {
  readonly #parts: StageParts;
  readonly #views: CheckRunView[] = [];

  constructor(parts: StageParts) {
    this.#parts = parts;
  }

  async push(occasion: string, push: Push): Promise<void> {
    await this.#act(occasion, this.#parts.simulator.webhooks.push(push), push.after);
  }

  async pullRequest(occasion: string, change: PullRequestChange): Promise<void> {
    const { simulator, repository } = this.#parts;
    await this.#act(occasion, simulator.webhooks.pullRequest(change), change.request.pull.head.sha);
    const comments = () => repository.comments(change.request.number);
    // Where the pull request changes no verdict and leaves nothing open, there is nothing to say.
    const comment = await simulator.until(() => comments()[0]).catch(() => null);
    if (comment === null) return;
    console.log(`\n${pc.inverse(' The one comment on the pull request ')}\n`);
    console.log(markdownToTerminal(comment.body));
  }

  async #act(occasion: string, event: WebhookEvent, headSha: string): Promise<void> {
    const { simulator, server, repository, page } = this.#parts;
    console.log(`\n${pc.inverse(` ${occasion} `)}`);
    const before = simulator.requests.length;
    const started = performance.now();
    const answer = await simulator.webhooks.deliver({ url: server.webhookUrl, ...event });
    const answered = performance.now();
    console.log(
      pc.dim(
        `${event.event} delivered, signed: ${answer.status} ${answer.body} in ${Math.round(answered - started)} ms`,
      ),
    );
    const run = await simulator.until(() =>
      repository.checkRuns(headSha).find(({ status }) => status === 'completed'),
    );
    const requests = simulator.requests.slice(before);
    console.log(
      pc.dim(
        `check run after ${Math.round(performance.now() - started)} ms and ${requests.length} requests to GitHub:`,
      ),
    );
    for (const { method, path, status } of requests) console.log(pc.dim(`  ${status} ${method} ${path}`));
    show(run);
    this.#views.push(viewOf(repository, run, occasion));
    mkdirSync(dirname(page), { recursive: true });
    writeFileSync(page, renderCheckRunPage(this.#views));
    console.log(`\nThe same as a page, annotations beside the lines: ${relative(process.cwd(), page)}`);
  }
}

const SIGNS: Record<string, string> = { success: pc.green('✔'), neutral: pc.dim('◼'), failure: pc.red('✖') };

function show(run: CheckRun): void {
  console.log(
    `\n${SIGNS[run.conclusion ?? ''] ?? '?'} ${pc.bold(run.name)}  ${pc.bold(run.output.title ?? '')}\n`,
  );
  console.log(markdownToTerminal(run.output.summary ?? ''));
  for (const annotation of run.annotations) {
    const level =
      annotation.annotation_level === 'warning' ? pc.yellow('warning') : pc.blue(annotation.annotation_level);
    console.log(`\n${level} ${annotation.path}:${annotation.start_line}  ${pc.bold(annotation.title ?? '')}`);
    console.log(annotation.message.replaceAll(/^/gm, '  '));
  }
}
