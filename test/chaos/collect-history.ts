/** Reads a run's history off GitHub, the store and the servers, when nothing happens any more. */
import { z } from 'zod';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import type { Simulator } from '../simulator/simulator.ts';
import type { ChaosDatabase } from './database.ts';
import type { EndComment, EndRun, EndTarget, History, MadeRequest } from './history.ts';
import type { People, Place } from './people.ts';
import { branchKey } from './read-request.ts';
import { readStored, type Stored } from './read-stored.ts';

export interface Watched {
  readonly simulator: Simulator;
  readonly people: People;
  readonly database: ChaosDatabase;
  /** What GitHub saw of the servers. */
  readonly requests: readonly MadeRequest[];
  /** Heads of each branch, by its job's key, oldest first. */
  readonly pushed: ReadonlyMap<string, readonly string[]>;
  readonly running: History['running'];
  readonly countedLetters: History['countedLetters'];
}

const Taken = z.object({ result: z.enum(['accepted', 'duplicate']) });

export async function collectHistory(watched: Watched): Promise<History> {
  const { simulator, people, requests, running, countedLetters } = watched;
  const stored = await readStored(watched.database);
  const { instructions, letters, jobs } = stored;
  return {
    targets: people.places.flatMap(place => targetsOf(watched, place, stored)),
    branches: people.places.flatMap(place => quietBranches(watched, place)),
    runs: people.places.flatMap(({ repository }) => runsOf(repository)),
    comments: people.places.flatMap(({ repository }) => commentsOf(repository)),
    requests,
    deliveries: simulator.webhooks.deliveries.map(
      ({ request: { deliveryId: id }, status, responseBody }) => ({
        id,
        accepted: status === 202 && Taken.safeParse(JSON.parse(responseBody)).success,
        stored: stored.deliveries.has(id),
      }),
    ),
    instructions,
    letters,
    jobs,
    countedLetters,
    running,
  };
}

function targetsOf(watched: Watched, place: Place, stored: Stored): readonly EndTarget[] {
  const { simulator, people } = watched;
  const { record, id: repositoryId } = place.repository;
  const reachable = place.reached && !people.suspended.has(place.owner);
  const target = (key: string, headSha: string, isFound: boolean): EndTarget => {
    const known = stored.targets.get(key);
    return {
      key,
      installationId: simulator.installation(place.owner).id,
      repositoryId,
      headSha,
      reachable,
      // What is found by itself is found in repositories that the app knows of.
      announced: known?.head === headSha || (isFound && stored.repositories.has(repositoryId)),
      open: known !== undefined && known.done < known.requested,
    };
  };
  const branches = [...record.branches].map(([name, sha]) =>
    target(branchKey(repositoryId, name), sha, name === record.defaultBranch),
  );
  const pulls = [...record.issues.values()].flatMap(({ number, state, pull }) =>
    pull === null || state === 'closed'
      ? []
      : [target(`${repositoryId}/pull/${number}`, pull.head.sha, true)],
  );
  return [...branches, ...pulls];
}

function quietBranches({ pushed }: Watched, { repository }: Place): History['branches'] {
  const { record, id } = repository;
  const asked = new Set([...record.issues.values()].map(({ pull }) => pull?.head.branch));
  return [...record.branches.keys()]
    .filter(name => name !== record.defaultBranch && !asked.has(name))
    .map(name => ({ key: branchKey(id, name), heads: pushed.get(branchKey(id, name)) ?? [] }));
}

function runsOf({ record, id: repositoryId }: SimulatedRepository): readonly EndRun[] {
  return [...record.checkRuns.values()].map(({ id, headSha, status, conclusion, output, annotations }) => ({
    repositoryId,
    headSha,
    id,
    completed: status === 'completed',
    says: JSON.stringify([conclusion, output, annotations]),
  }));
}

const MARKER = /^<!-- showwork:(review|reply) (\w+) -->/;
const Marker = z.tuple([z.string(), z.enum(['review', 'reply']), z.string()]);

function commentsOf({ record, id: repositoryId }: SimulatedRepository): readonly EndComment[] {
  return [...record.comments.values()].flatMap(({ issueNumber: thread, byApp, body, minimized }) => {
    if (!byApp) return [];
    const [, kind, token] = Marker.parse(MARKER.exec(body));
    return [{ repositoryId, thread, folded: minimized !== null, marker: { kind, token } }];
  });
}
