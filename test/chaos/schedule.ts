/** The schedule of a run: a function of its seed and its shape and of nothing else. */
import { seededRandom } from '../../scripts/accuracy/random.ts';
import { isFaultName, NAMED_FAULTS } from '../simulator/named-faults.ts';
import { type Dice, diceOf } from './dice.ts';
import type { Shape } from './shape.ts';
import { type DatabaseFault, KILLED_WRITES, type Step, type Travel } from './steps.ts';

const FAULTS = Object.keys(NAMED_FAULTS).filter(isFaultName);
const COMMANDS = [
  '/review',
  '/review help',
  '/review explain failures',
  '/review accept failures because it is a first attempt',
  '/review withdraw failures',
  '/review as ml-pipeline',
  '/review no-such-thing',
  'I ran `/review` at home.',
];
const MINUTE_MS = 60_000;

/** Weights of what may come next. */
type Choice = readonly [weight: number, make: () => readonly Step[]];

/** All steps, in order. What breaks is mended a few steps later, or at the end of the run. */
export function scheduleOf(seed: number, shape: Shape): readonly Step[] {
  const dice = diceOf(seededRandom(seed));
  const steps: Step[] = [...opening(shape)];
  /** What has to come when so many steps stand. */
  const due: { readonly at: number; readonly step: Step }[] = [];
  const choices = choicesOf(dice, shape, (step, within) => {
    due.push({ at: steps.length + 1 + dice.below(within), step });
  });
  for (let made = 0; made < shape.steps; made += 1) {
    steps.push(...dice.weighted(choices)());
    for (const late of due.filter(({ at }) => at <= steps.length)) {
      steps.push(late.step);
      due.splice(due.indexOf(late), 1);
    }
  }
  return [...steps, ...due.map(({ step }) => step)];
}

const AT_ONCE: Travel = { copies: 1, delay: 0, lost: false };

/** Each repository has a branch beside the default one with a pull request, so that there is something to break. */
function opening({ owners, repositoriesEach }: Shape): Step[] {
  return Array.from({ length: owners * repositoriesEach }, (_, repository): Step[] => [
    { kind: 'push', repository, branch: 0, travel: AT_ONCE },
    { kind: 'push', repository, branch: 1, travel: AT_ONCE },
    { kind: 'open-pull-request', repository, branch: 1, travel: AT_ONCE },
  ]).flat();
}

function choicesOf(dice: Dice, shape: Shape, later: (step: Step, within: number) => void): readonly Choice[] {
  const { owners, repositoriesEach, branches, roles } = shape;
  const repository = () => dice.below(owners * repositoriesEach);
  const process = () => dice.below(roles.length);
  const travel = () => travelOf(dice);
  const restart = (step: Step & { readonly process: number }) => {
    later({ kind: 'start', process: step.process }, 4);
    return [step];
  };
  const breakDatabase = (how: DatabaseFault) => () => {
    later({ kind: 'mend-database' }, 4);
    return [{ kind: 'break-database', how } as const];
  };
  return [
    [30, () => [{ kind: 'push', repository: repository(), branch: dice.below(branches), travel: travel() }]],
    [
      6,
      () => [
        {
          kind: 'open-pull-request',
          repository: repository(),
          branch: 1 + dice.below(branches - 1),
          travel: travel(),
        },
      ],
    ],
    [12, () => [{ kind: 'comment', repository: repository(), text: dice.oneOf(COMMANDS), travel: travel() }]],
    [5, () => [{ kind: 're-run', repository: repository(), travel: travel() }]],
    [5, () => [{ kind: 'redeliver', back: 1 + dice.below(12) }]],
    [
      2,
      () => {
        const owner = dice.below(owners);
        later({ kind: 'unsuspend', owner, travel: travel() }, 12);
        return [{ kind: 'suspend', owner, travel: travel() }];
      },
    ],
    [0.5, () => [{ kind: 'remove-repository', repository: repository(), travel: travel() }]],
    [
      20,
      () => [
        { kind: 'github-fault', fault: dice.oneOf(FAULTS), after: dice.below(6), times: 1 + dice.below(3) },
      ],
    ],
    [
      1,
      () => {
        later({ kind: 'restore-key' }, 6);
        return [{ kind: 'revoke-key' }];
      },
    ],
    [4, () => restart({ kind: 'kill', process: process() })],
    [3, () => [{ kind: 'kill-at-write', write: dice.oneOf(KILLED_WRITES), carriedOut: dice.below(3) > 0 }]],
    [1.5, () => restart({ kind: 'kill-before-answer', process: process() })],
    [1, () => restart({ kind: 'stop', process: process() })],
    ...(shape.database === 'postgres' ? [[1, breakDatabase('killed')] as const] : []),
    [1, breakDatabase('full')],
    [1, breakDatabase('read-only')],
    [
      1.5,
      () => {
        const byMs = dice.oneOf([-10, -2, 2, 10]) * MINUTE_MS;
        return [{ kind: 'set-clock', process: process(), byMs }];
      },
    ],
    [10, () => [{ kind: 'time-passes', ms: dice.oneOf([2_000, 10_000, 40_000, 5 * MINUTE_MS]) }]],
    [14, () => [{ kind: 'let-work', requests: 1 + dice.below(12) }]],
  ];
}

/** Most events come once and at once. */
function travelOf(dice: Dice): Travel {
  return {
    copies: dice.below(5) === 0 ? 2 + dice.below(2) : 1,
    delay: dice.below(4) === 0 ? 1 + dice.below(6) : 0,
    lost: dice.below(12) === 0,
  };
}
