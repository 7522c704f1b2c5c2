import { createGitHub } from '../../src/github/create-github.ts';
import type { CheckAnnotation, CheckRun, Clock, Reaction } from '../../src/ports.ts';
import { GITHUB_LIMITS } from '../simulator/limits.ts';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import type { Simulator } from '../simulator/simulator.ts';
import type { Annotation, Issue, CheckRun as SimulatedRun } from '../simulator/state/records.ts';
import { createCollectingLogger } from './collecting-logger.ts';
import type { GitHubWorld, ShownCheckRun, ShownIssue } from './github-world.ts';

/** The real gateway, over HTTP, in front of a new repository of the simulator, whose owner has no other. */
export function createSimulatedWorld(simulator: Simulator, owner: string, clock: Clock): GitHubWorld {
  const simulated = simulator.addRepository({ owner, name: 'churn' });
  const { record } = simulated;
  const { appId, privateKey } = simulator.app;
  const { baseUrl } = simulator;
  const installation = simulator.installation(owner);
  let ownerRepository: SimulatedRepository | null = null;
  return {
    github: createGitHub({ appId, privateKey, baseUrl, clock, logger: createCollectingLogger() }),
    repository: {
      installationId: installation.id,
      repositoryId: simulated.id,
      owner,
      name: 'churn',
      defaultBranch: 'main',
      private: false,
    },
    commit(branch, changes) {
      const { branches, defaultBranch } = record;
      if (!branches.has(branch) && branches.has(defaultBranch)) simulated.createBranch(branch);
      const pull = [...record.issues.values()].find(({ pull }) => pull?.head.branch === branch);
      if (pull?.state === 'open') return simulated.pushToPullRequest(pull.number, changes).push.after;
      return simulated.commit(branch, changes).after;
    },
    commitOrphan: (branch, changes) => simulated.commitOrphan(branch, changes).after,
    deleteBranch: branch => void simulated.deleteBranch(branch),
    limitTrees(entries) {
      simulator.limits.treeEntries = entries;
    },
    writeOwnerFiles(changes) {
      ownerRepository ??= simulator.addRepository({ owner, name: '.github' });
      ownerRepository.commit('main', changes);
    },
    rename: name => void simulated.rename(name),
    remove: () => void installation.remove(simulated),
    suspend: () => void installation.suspend(),
    setRole: (login, role) => simulated.setRole(login, role),
    openPullRequest: (head, options) => simulated.openPullRequest({ head, ...options }).request.number,
    closePullRequest: number => void simulated.changePullRequest(number, 'closed'),
    retargetPullRequest: (number, base) => void simulated.editPullRequest(number, { base }),
    checkRunsOn: headSha => simulated.checkRuns(headSha).map(toShownRun),
    refuseNextUpdate: () => simulator.faults.next({ match: 'checks/update', status: 502 }),
    openIssue: (body = '') => simulated.openIssue({ body }).number,
    issues: () => [...record.issues.values()].filter(({ pull }) => pull === null).map(toShownIssue),
    deleteIssue: number => void simulated.deleteIssue(number),
    comment: (thread, text) => ({
      ...thread,
      commentId: simulated.comment(thread.issueNumber, text).comment.id,
    }),
    deleteComment: id => void simulated.deleteComment(id),
    commentsOn: ({ issueNumber }) => simulated.comments(issueNumber).map(({ body }) => body),
    foldedOn: ({ issueNumber }) =>
      simulated
        .comments(issueNumber)
        .filter(({ minimized }) => minimized === 'outdated')
        .map(({ body }) => body),
    reactionsTo: ({ commentId }) => simulated.reactions(commentId).map(({ content }) => toReaction(content)),
    async close() {
      simulator.limits.treeEntries = GITHUB_LIMITS.treeEntries;
      simulator.faults.clear();
    },
  };
}

function toShownIssue({ number, title, body, state }: Issue): ShownIssue {
  return { number, title, body: body ?? '', open: state === 'open' };
}

function toShownRun(run: SimulatedRun): Omit<ShownCheckRun, 'concluded'> {
  return {
    id: run.id,
    name: run.name,
    headSha: run.headSha,
    externalId: run.externalId,
    conclusion: run.status === 'completed' ? toConclusion(run.conclusion) : null,
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
