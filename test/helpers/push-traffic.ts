/** People who push all the time: each to a repository of their own, again as soon as the last push was reviewed. */
import { randomUUID } from 'node:crypto';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import type { Simulator } from '../simulator/simulator.ts';

const PEOPLE = ['grace', 'edsger', 'barbara'];

export interface PushTraffic {
  /** How many check runs each head pushed so far has, by their status. */
  checkRuns(): readonly (readonly string[])[];
  /** Resolves when everybody pushed again, and again; rejects where a push was not taken in or not reviewed. */
  goesOn(): Promise<void>;
  /** Resolves when the last push of everybody was reviewed; rejects as `goesOn`. */
  end(): Promise<void>;
}

/** `webhookUrl` is asked before each delivery. */
export function startPushTraffic(simulator: Simulator, webhookUrl: () => string): PushTraffic {
  const pushes: { readonly repository: SimulatedRepository; readonly head: string }[] = [];
  let over = false;
  let failure: unknown = null;

  const pushOn = async (owner: string) => {
    const repository = simulator.addRepository({ owner, name: 'parcels' });
    for (let count = 0; !over; count += 1) {
      const push = repository.commit('main', {
        'README.md': `# Parcels\n\nAttempt ${count} did not work.\n`,
      });
      const head = push.after;
      pushes.push({ repository, head });
      const event = simulator.webhooks.push(push);
      const deliveryId = randomUUID();
      const deliver = () => simulator.webhooks.deliver({ url: webhookUrl(), ...event, deliveryId });
      // What meets a server that is going is a failed delivery, and those are sent again.
      const sent = await deliver().catch(() => null);
      const { status } = sent?.status === 202 ? sent : await deliver();
      if (status !== 202) throw new Error(`A push was answered with ${status}.`);
      await simulator.until(() => repository.checkRuns(head).find(run => run.status === 'completed'));
    }
  };
  const everybody = Promise.all(PEOPLE.map(pushOn)).catch((error: unknown) => {
    failure = error;
  });
  const orFail = () => {
    if (failure !== null) throw failure;
  };

  return {
    checkRuns: () =>
      pushes.map(({ repository, head }) => repository.checkRuns(head).map(({ status }) => status)),
    goesOn: async () => {
      const goal = pushes.length + 2 * PEOPLE.length;
      await simulator.until(() => {
        orFail();
        return pushes.length >= goal || undefined;
      });
    },
    end: async () => {
      over = true;
      await everybody;
      orFail();
    },
  };
}
