import type { BranchHeads, History, Invariant, MadeRequest } from '../history.ts';

/**
 * A process that has read a newer head of a branch starts no check run on the one before. Requests do not tell which job
 * they are of, so this looks at branches of which only one job ever reads the head: `History.branches`.
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
  const at = heads.indexOf(write.writesOn ?? '');
  return requests.some(
    ({ process, answered, readHead }) =>
      process === write.process &&
      answered < write.arrived &&
      readHead?.targetKey === key &&
      heads.indexOf(readHead.sha) > at,
  );
}
