import { createGitHub } from '../../src/github/create-github.ts';
import type { CheckAnnotation, CheckRun, Clock, Reaction } from '../../src/ports.ts';
import { GITHUB_LIMITS } from '../simulator/limits.ts';
import type { Simulator } from '../simulator/simulator.ts';
import type { Annotation, CheckRun as SimulatedRun } from '../simulator/state/records.ts';
import { createCollectingLogger } from './collecting-logger.ts';
import type { GitHubWorld, ShownCheckRun } from './github-world.ts';

/** The real gateway, over HTTP, in front of a new repository of the simulator. */
export function createSimulatedWorld(simulator: Simulator, name: string, clock: Clock): GitHubWorld {
  const simulated = simulator.addRepository({ owner: 'ada', name });
  const { appId, privateKey } = simulator.app;
  const baseUrl = simulator.baseUrl;
  return {
    github: createGitHub({ appId, privateKey, baseUrl, clock, logger: createCollectingLogger() }),
    repository: {
      installationId: simulator.installation('ada').id,
      repositoryId: simulated.id,
      owner: 'ada',
      name,
      defaultBranch: 'main',
      private: false,
    },
    commit(branch, changes) {
      const { branches, defaultBranch } = simulated.record;
      if (!branches.has(branch) && branches.has(defaultBranch)) simulated.createBranch(branch);
      const pull = [...simulated.record.issues.values()].find(({ pull }) => pull?.head.branch === branch);
      if (pull?.state === 'open') return simulated.pushToPullRequest(pull.number, changes).push.after;
      return simulated.commit(branch, changes).after;
    },
    deleteBranch: branch => void simulated.deleteBranch(branch),
    openPullRequest: branch => simulated.openPullRequest({ head: branch }).request.number,
    closePullRequest: number => void simulated.changePullRequest(number, 'closed'),
    openIssue: () => simulated.openIssue().number,
    comment: (thread, text) => ({
      ...thread,
      commentId: simulated.comment(thread.issueNumber, text).comment.id,
    }),
    commentsOn: ({ issueNumber }) => simulated.comments(issueNumber).map(({ body }) => body),
    reactionsTo: ({ commentId }) => simulated.reactions(commentId).map(({ content }) => toReaction(content)),
    setRole: (login, role) => simulated.setRole(login, role),
    checkRunsOn: headSha => simulated.checkRuns(headSha).map(toShown),
    limitTrees(entries) {
      simulator.limits.treeEntries = entries;
    },
    async close() {
      simulator.limits.treeEntries = GITHUB_LIMITS.treeEntries;
    },
  };
}

function toShown(run: SimulatedRun): Omit<ShownCheckRun, 'concluded'> {
  if (run.status !== 'completed') throw new Error(`check run ${run.id} is ${run.status}`);
  return {
    id: run.id,
    name: run.name,
    headSha: run.headSha,
    externalId: run.externalId,
    conclusion: toConclusion(run.conclusion),
    title: run.output.title ?? '',
    summary: run.output.summary ?? '',
    annotations: run.annotations.map(toAnnotation),
    actions: run.actions,
  };
}

function toAnnotation(annotation: Annotation): CheckAnnotation {
  const { path, start_line, end_line, annotation_level: level, title, message } = annotation;
  if (level !== 'notice' && level !== 'warning' && level !== 'failure') throw new Error(`level ${level}`);
  return { path, startLine: start_line, endLine: end_line, level, title: title ?? '', message };
}

function toReaction(content: string): Reaction {
  if (content === 'eyes' || content === 'rocket' || content === 'confused') return content;
  throw new Error(`reaction ${content}`);
}

function toConclusion(conclusion: string | null): CheckRun['conclusion'] {
  if (conclusion === 'success' || conclusion === 'neutral' || conclusion === 'failure') return conclusion;
  throw new Error(`conclusion ${conclusion}`);
}
