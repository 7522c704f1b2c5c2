import type {
  EndComment,
  EndInstruction,
  EndLetter,
  EndRun,
  EndTarget,
  History,
  MadeRequest,
} from './history.ts';

/** A run in which one branch was pushed twice and each head was reviewed. */
export const GOOD: History = {
  targets: [exampleTarget()],
  branches: [{ key: '7/branch/work', heads: ['old', 'new'] }],
  runs: [exampleRun({ id: 1, headSha: 'old' }), exampleRun({ id: 2 })],
  comments: [exampleComment(), exampleComment({ marker: { kind: 'reply', token: '33' } })],
  requests: [
    exampleRequest({ arrived: 1, answered: 2, operation: 'checks/create', writesOn: 'old', isWrite: true }),
    exampleRequest({ arrived: 3, answered: 4, readHead: { targetKey: '7/branch/work', sha: 'new' } }),
    exampleRequest({ arrived: 5, answered: 6, operation: 'checks/create', writesOn: 'new', isWrite: true }),
  ],
  deliveries: [
    { id: 'a', accepted: true, stored: true },
    { id: 'b', accepted: false, stored: false },
  ],
  instructions: [exampleInstruction()],
  letters: [exampleLetter({ jobKey: '7/branch/main', code: 'INTERNAL', told: true })],
  jobs: [],
  countedLetters: { INTERNAL: 1 },
  running: [{ installationId: 1, jobs: 4 }],
};

export function exampleTarget(changes: Partial<EndTarget> = {}): EndTarget {
  const where = { installationId: 1, repositoryId: 7, headSha: 'new' };
  return { key: '7/branch/work', ...where, reachable: true, announced: true, open: false, ...changes };
}

export function exampleRun(changes: Partial<EndRun> = {}): EndRun {
  return { repositoryId: 7, headSha: 'new', id: 1, completed: true, says: 'five of five', ...changes };
}

export function exampleComment(changes: Partial<EndComment> = {}): EndComment {
  return {
    repositoryId: 7,
    thread: 1,
    folded: false,
    marker: { kind: 'review', token: 'pull1' },
    ...changes,
  };
}

export function exampleRequest(changes: Partial<MadeRequest> = {}): MadeRequest {
  return {
    process: 'worker-1',
    operation: 'git/get-ref',
    isWrite: false,
    installationId: 1,
    repositoryId: 7,
    status: 200,
    arrived: 1,
    answered: 2,
    arrivedAt: 0,
    readsTree: null,
    writesOn: null,
    readHead: null,
    ...changes,
  };
}

export function exampleInstruction(changes: Partial<EndInstruction> = {}): EndInstruction {
  const comment = { id: 33, text: '/review help' };
  return { id: '7/comment/33', kind: 'comment', installationId: 1, result: 'done', comment, ...changes };
}

export function exampleLetter(changes: Partial<EndLetter> = {}): EndLetter {
  return {
    jobKey: '7/branch/work',
    installationId: 1,
    repositoryId: 7,
    code: 'GITHUB_GONE',
    told: false,
    ...changes,
  };
}
