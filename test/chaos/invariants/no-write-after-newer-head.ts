import type { BranchHeads, History, Invariant, MadeRequest } from '../history.ts';

/**
 * A job that finds out that its commit is no head any more starts no check run on it. Requests do not tell which job they
 * are of, so this looks at branches of which only one job ever reads the head (`History.branches`): a process that reads
 * a commit's tree, then a newer head, and then writes on the commit did not heed what it read.
 */
export const noWriteAfterNewerHead: Invariant = ({ requests, branches }) =>
  requests.flatMap(write => {
    if (write.operation !== 'checks/create' || write.writesOn === null) return [];
    const branch = branches.find(each => each.heads.includes(write.writesOn ?? ''));
    if (branch === undefined || !hasReadNewer(requests, branch, write)) return [];
    return [`${write.process} wrote on ${write.writesOn} after it had read a newer head of ${branch.key}`];
  });

function hasReadNewer(
  requests: History['requests'],
  { key, heads }: BranchHeads,
  write: MadeRequest,
): boolean {
  const before = requests.filter(
    ({ process, answered }) => process === write.process && answered < write.arrived,
  );
  const began = before.findLast(({ readsTree }) => readsTree === write.writesOn);
  const at = heads.indexOf(write.writesOn ?? '');
  return before.some(
    ({ arrived, readHead }) =>
      began !== undefined &&
      arrived > began.answered &&
      readHead?.targetKey === key &&
      heads.indexOf(readHead.sha) > at,
  );
}
