import { type FileChanges, writeTree } from '../../simulator/git/files.ts';
import { ObjectDatabase } from '../../simulator/git/object-database.ts';

/** Branches and the commits they are on. */
export interface FakeGit {
  readonly objects: ObjectDatabase;
  /** Branch name to commit id. */
  readonly branches: Map<string, string>;
  /** Writes files on a branch; a new one starts at `from`, or at nothing where that has no commit. */
  commit(branch: string, changes: FileChanges, from: string | null): string;
}

/** @param dateOf seconds or so since anything: it goes into the commit's id. */
export function createFakeGit(dateOf: () => number): FakeGit {
  const objects = new ObjectDatabase();
  const branches = new Map<string, string>();
  return {
    objects,
    branches,
    commit(branch, changes, from) {
      const parent = branches.get(branch) ?? branches.get(from ?? '') ?? null;
      const base = parent === null ? null : (objects.commit(parent)?.tree ?? null);
      const person = { name: 'Ada', email: 'ada@example.com', date: new Date(dateOf()) };
      const sha = objects.addCommit({
        tree: writeTree(objects, base, changes),
        parents: parent === null ? [] : [parent],
        author: person,
        committer: person,
        message: 'Write',
      });
      branches.set(branch, sha);
      return sha;
    },
  };
}
