/** One of every reply, around given words that a stranger may have written. */
import { acceptanceComment } from '../../../src/commands/parse-acceptance.ts';
import { type Locate, locateAt } from '../../../src/render/place.ts';
import {
  acceptedReply,
  asReply,
  nothingToWithdrawReply,
  withdrawnReply,
} from '../../../src/render/replies/author-word-replies.ts';
import { type ConfigView, configReply } from '../../../src/render/replies/config-reply.ts';
import { explainReply } from '../../../src/render/replies/explain-reply.ts';
import { noSuchCriterionReply, noSuchTypeReply } from '../../../src/render/replies/misread-replies.ts';
import type { Settings } from '../../../src/settings/settings.ts';
import { criterion, PLACE } from '../../helpers/example-reports.ts';

export const locate: Locate = locateAt(PLACE);

export const BUILT_IN: Settings = {
  enabled: true,
  branches: ['!gh-pages'],
  projectType: null,
  readmes: [],
  enforce: false,
  comments: true,
  dashboard: false,
  accept: {},
  rubric: { criteria: [], headings: {}, wording: {}, questions: {} },
};

/** No file, nothing said. */
export function configView(change: Partial<ConfigView> = {}, settings: Settings = BUILT_IN): ConfigView {
  return {
    reading: { settings, problems: { organisation: [], repository: [] }, locked: [] },
    beneath: { builtIn: BUILT_IN, organisation: BUILT_IN },
    files: { organisation: { kind: 'absent' }, repository: { kind: 'absent' } },
    said: { projectType: null, accept: {} },
    ...change,
  };
}

function explanationOf(text: string) {
  return {
    title: text,
    question: text,
    whyItMatters: text,
    weak: text,
    strong: `${text}\n${text}`,
    lookedFor: [text, text],
    considered: [{ startLine: 3, endLine: 5 }],
  };
}

export function repliesAround(text: string): readonly string[] {
  const named = { id: text, title: text };
  const configLines = `accept:\n  failures: "${text}"`;
  const problem = { file: text, line: 3, column: 1, path: text, message: text, expected: text };
  const accepted = criterion({ accepted: { reason: text, source: 'comment' } });
  const settings: Settings = {
    ...BUILT_IN,
    branches: [text],
    projectType: text,
    readmes: [{ path: text }, { path: text, projectType: text }],
    accept: { [`x${text}`]: text },
    rubric: { ...BUILT_IN.rubric, wording: { [`x${text}`]: {} } },
  };
  const view = configView(
    {
      files: {
        organisation: { kind: 'broken', fileName: text, lastGood: text },
        repository: { kind: 'read', fileName: text },
      },
      said: { projectType: text, accept: { [`y${text}`]: text } },
    },
    settings,
  );
  const broken = {
    ...view.reading,
    problems: { organisation: [problem], repository: [problem] },
    locked: [problem],
  };
  const readmeLine = acceptanceComment({ criterion: 'failures', reason: text });
  return [
    noSuchCriterionReply([named, named]),
    noSuchTypeReply([named]),
    explainReply({ explanation: explanationOf(text), result: accepted, readmePath: text, locate }),
    acceptedReply({ criterion: named, reason: text, scope: 'pull-request', readmeLine, configLines }),
    withdrawnReply(named, 'repository'),
    nothingToWithdrawReply(named),
    asReply({ projectType: text, scope: 'repository', configLines }),
    configReply({ ...view, reading: broken }),
  ];
}
