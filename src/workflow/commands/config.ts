import type { SaidWord } from '../../ports.ts';
import { configReply, type FileStanding } from '../../render/replies/config-reply.ts';
import { defaultBranchOf } from '../reading/default-branch.ts';
import { saidType } from '../reviewing/review-commit.ts';
import { type FileStanding as Found, settingsInForce } from '../settings/in-force.ts';
import type { Tools } from '../tools.ts';
import { type Answer, done } from './answer.ts';
import { askedHead } from './asked-head.ts';
import type { Asked } from './carry-out-command.ts';

/** Is no pull request's head: what was said for the whole repository is left. */
const NO_COMMIT = '';

/** `/review config`: what is in force, and where it comes from. */
export async function config(tools: Tools, { comment }: Asked): Promise<Answer> {
  const { repository } = comment;
  const inForce = await settingsInForce(tools, repository, {
    why: 'asked',
    defaultBranch: defaultBranchOf(tools, repository),
  });
  const head = await askedHead(tools, comment);
  const words = await tools.words.listFor(
    repository.repositoryId,
    head.kind === 'none' ? NO_COMMIT : head.headSha,
  );
  const beneath = {
    builtIn: await tools.readings.read({ organisation: null, repository: null }),
    organisation: await tools.readings.read({ organisation: inForce.organisation.inForce, repository: null }),
  };
  return done(
    configReply({
      reading: {
        settings: inForce.settings,
        locked: inForce.locked,
        problems: { organisation: inForce.organisation.problems, repository: inForce.repository.problems },
      },
      beneath: { builtIn: beneath.builtIn.settings, organisation: beneath.organisation.settings },
      files: { organisation: foundAs(inForce.organisation), repository: foundAs(inForce.repository) },
      said: { projectType: saidType({ words }), accept: saidAcceptances(words) },
    }),
  );
}

function foundAs({ current, outOfReach, problems, inForce }: Found): FileStanding {
  if (current === null) return { kind: outOfReach ? 'out-of-reach' : 'absent' };
  const { fileName } = current;
  if (problems.length === 0) return { kind: 'read', fileName };
  return { kind: 'broken', fileName, lastGood: inForce?.sha ?? null };
}

/** The first of a criterion holds. */
function saidAcceptances(words: readonly SaidWord[]): Readonly<Record<string, string>> {
  const said = words.flatMap(({ word }) =>
    word.kind === 'accept' ? [[word.criterion, word.reason] as const] : [],
  );
  return Object.fromEntries(said.reverse());
}
