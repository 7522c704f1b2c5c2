/** The `AuthorWords` port: what authors said about their own reviews. */
import { z } from 'zod';
import type { AuthorWord, AuthorWords, Clock, SaidWord } from '../ports.ts';
import type { AuthorWordRow } from './conversation-tables.ts';
import { holdKnownRepository } from './repositories.ts';
import { readJson } from './stored-json.ts';
import type { Database } from './tables.ts';
import { transact } from './transact.ts';

/** GitHub's numbers start at 1. */
const WHOLE_REPOSITORY = 0;
/** Stands where a word is about the project type; criteria have a name. */
const PROJECT_TYPE = '';

const StoredWord: z.ZodType<AuthorWord> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accept'), criterion: z.string(), reason: z.string() }),
  z.object({ kind: z.literal('as'), projectType: z.string() }),
]);

/**
 * `say` keeps nothing for a repository that is not known (any more). `listFor` leaves out what cannot be read back.
 */
export function createAuthorWords(db: Database, clock: Clock): AuthorWords {
  return {
    say: (repositoryId, { word, pullRequest, by, commentId }) =>
      transact(db, async tx => {
        if (!(await holdKnownRepository(tx, repositoryId))) return;
        const said = {
          word: JSON.stringify(word),
          said_by: by,
          comment_id: commentId,
          said_at: clock.now().getTime(),
        };
        await tx
          .insertInto('author_words')
          .values({ repository_id: repositoryId, ...aboutWhat(criterionOf(word), pullRequest), ...said })
          .onConflict(conflict =>
            conflict.columns(['repository_id', 'pull_number', 'criterion']).doUpdateSet(said),
          )
          .execute();
      }),

    withdraw: async (repositoryId, criterion, pullRequest) => {
      const about = aboutWhat(criterion, pullRequest);
      const taken = await db
        .deleteFrom('author_words')
        .where('repository_id', '=', repositoryId)
        .where('pull_number', '=', about.pull_number)
        .where('criterion', '=', about.criterion)
        .returning('comment_id')
        .executeTakeFirst();
      return taken !== undefined;
    },

    listFor: async (repositoryId, headSha) => {
      const there = db.selectFrom('targets').where('targets.head', '=', headSha);
      const defaultBranchThere = there
        .innerJoin('repositories', 'repositories.repository_id', 'targets.repository_id')
        .where('targets.repository_id', '=', repositoryId)
        .whereRef('targets.branch', '=', 'repositories.default_branch')
        .select('targets.key');
      const pullRequestsThere = there
        .where('targets.repository_id', '=', repositoryId)
        .where('targets.kind', '=', 'pull-request')
        .where(eb => eb.not(eb.exists(defaultBranchThere)))
        .select('targets.pull_number');
      const rows = await db
        .selectFrom('author_words')
        .where('repository_id', '=', repositoryId)
        .where(eb =>
          eb.or([eb('pull_number', '=', WHOLE_REPOSITORY), eb('pull_number', 'in', pullRequestsThere)]),
        )
        .selectAll()
        .execute();
      return rows.sort(byOrder).flatMap(toSaidWord);
    },
  };
}

function criterionOf(word: AuthorWord): string | null {
  return word.kind === 'accept' ? word.criterion : null;
}

function aboutWhat(
  criterion: string | null,
  pullRequest: number | null,
): Pick<AuthorWordRow, 'pull_number' | 'criterion'> {
  return { pull_number: pullRequest ?? WHOLE_REPOSITORY, criterion: criterion ?? PROJECT_TYPE };
}

/** Sorted here, because databases compare text each in their own way. */
function byOrder(a: AuthorWordRow, b: AuthorWordRow): number {
  const wide = (row: AuthorWordRow) => (row.pull_number === WHOLE_REPOSITORY ? 1 : 0);
  if (wide(a) !== wide(b)) return wide(a) - wide(b);
  if (a.criterion !== b.criterion) return a.criterion < b.criterion ? -1 : 1;
  return a.pull_number - b.pull_number;
}

function toSaidWord(row: AuthorWordRow): SaidWord[] {
  const word = readJson(StoredWord, row.word);
  if (word === null) return [];
  const pullRequest = row.pull_number === WHOLE_REPOSITORY ? null : row.pull_number;
  return [{ word, pullRequest, by: row.said_by, commentId: row.comment_id }];
}
