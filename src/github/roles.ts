import { z } from 'zod';
import type { Repository } from '../jobs.ts';
import { ROLES, type Role } from '../ports.ts';
import { ask, type Session } from './ask.ts';
import { unlessGone } from './unless-gone.ts';

const RoleAnswer = z.object({
  /** One of ours, or the name of a role that the organisation made. */
  role_name: z.string(),
  user: z
    .object({
      permissions: z
        .object({
          pull: z.boolean(),
          triage: z.boolean().default(false),
          push: z.boolean(),
          maintain: z.boolean().default(false),
          admin: z.boolean(),
        })
        .optional(),
    })
    .nullable(),
});

/** What the account may do in the repository; `none` where there is no such account. */
export async function readRole(session: Session, repository: Repository, login: string): Promise<Role> {
  const asking = ask(session, repository, {
    use: 'read',
    doing: `read what an account may do in repository ${repository.repositoryId}`,
    send: (rest, common) => rest.repos.getCollaboratorPermissionLevel({ ...common, username: login }),
    answer: RoleAnswer,
  });
  const answer = await unlessGone(asking);
  if (answer === null) return 'none';
  return ROLES.find(role => role === answer.role_name) ?? baseRole(answer);
}

/** The role that an organisation's own one is built on. */
function baseRole({ user }: z.infer<typeof RoleAnswer>): Role {
  const may = user?.permissions;
  if (may?.admin) return 'admin';
  if (may?.maintain) return 'maintain';
  if (may?.push) return 'write';
  if (may?.triage) return 'triage';
  return may?.pull ? 'read' : 'none';
}
