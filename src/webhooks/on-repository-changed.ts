import { z } from 'zod';
import { Moment, PayloadRepository, RepositoryEvent, toRepository } from './payload.ts';
import { accepted, eventRow, ignored } from './translation.ts';

/**
 * A repository is called otherwise, belongs to somebody else, is seen by others or has another default branch. Its
 * payload was made after the repository's last push and its last change, so the later of both dates it.
 */
export const onRepositoryChanged = eventRow({
  event: 'repository',
  actions: ['renamed', 'transferred', 'privatized', 'publicized', 'edited'],
  sent: 'on-subscription',
  does: 'remember the new name, owner, visibility or default branch; what is stored stays with the repository',
  except: ['`edited` without a new default branch: topics, description and homepage are not reviewed'],
  payload: RepositoryEvent.extend({
    action: z.string(),
    changes: z.object({ default_branch: z.unknown().optional() }).optional(),
    repository: PayloadRepository.extend({ updated_at: Moment, pushed_at: Moment.nullable() }),
  }),
  translate(event) {
    if (event.action === 'edited' && event.changes?.default_branch === undefined) {
      return ignored('the repository was edited, its default branch was not');
    }
    const { updated_at, pushed_at } = event.repository;
    const observedAt = Math.max(updated_at, pushed_at ?? 0);
    return accepted({ sightings: [{ repository: toRepository(event), observedAt }] });
  },
});
