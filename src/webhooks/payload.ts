/** The parts that GitHub's payloads share, with only the fields that are used. */
import { z } from 'zod';
import type { Instruction, Repository } from '../jobs.ts';

export const Id = z.int().positive();

/**
 * GitHub refuses names of branches and tags of more than 255 bytes (its error GH002) and calls nothing else by a longer one. An
 * index of PostgreSQL, which has 2,704 bytes for an entry, takes twice as many characters in any script.
 */
export const MAX_NAME_CHARACTERS = 512;

/** What GitHub calls something, as text that every database takes: no NUL, no half of a character. */
export const Name = z
  .string()
  .min(1)
  .max(MAX_NAME_CHARACTERS)
  .refine(text => text.isWellFormed() && !text.includes('\0'), 'is not text');

/** GitHub writes times as ISO 8601, and in some payloads as seconds since 1970. Read as whole seconds. */
export const Moment = z.union([
  z.int().nonnegative(),
  z.iso.datetime({ offset: true }).transform(text => Math.floor(Date.parse(text) / 1000)),
]);

export const Installation = z.object({ id: Id });

export const PayloadRepository = z.object({
  id: Id,
  name: Name,
  owner: z.object({ login: Name }),
  default_branch: Name,
  private: z.boolean(),
});

export const RepositoryEvent = z.object({ installation: Installation, repository: PayloadRepository });

/** Our words for the repository that an event is about. */
export function toRepository(event: z.infer<typeof RepositoryEvent>): Repository {
  const { installation, repository } = event;
  return {
    installationId: installation.id,
    repositoryId: repository.id,
    owner: repository.owner.login,
    name: repository.name,
    defaultBranch: repository.default_branch,
    private: repository.private,
  };
}

/** As little as installation events tell of a repository; its owner stands in the full name only. */
export const ListedRepository = z.object({
  id: Id,
  name: Name,
  full_name: Name.regex(/^[^/]+\/[^/]+$/),
  private: z.boolean(),
});

/** The app was installed on that repository. */
export function introduction(
  installationId: number,
  repository: z.infer<typeof ListedRepository>,
): Instruction {
  const { id, name, full_name } = repository;
  const owner = full_name.slice(0, full_name.indexOf('/'));
  return { kind: 'introduce', installationId, repositoryId: id, owner, name, private: repository.private };
}
