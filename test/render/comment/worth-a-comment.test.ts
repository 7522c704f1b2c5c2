import { expect, test } from '@jest/globals';
import { type WorthAComment, worthAComment } from '../../../src/render/comment/worth-a-comment.ts';
import { change, delta, readmeDelta, regressed } from '../../helpers/example-deltas.ts';
import {
  documentedReport,
  exampleReport,
  indexReport,
  outcomeUnsaid,
} from '../../helpers/example-reports.ts';

const NONE = delta(readmeDelta({ changes: [] }));
const OTHER = { id: 'other', declared: false, evidence: [] } as const;
const added = delta(readmeDelta({ kind: 'added', changes: [], unchanged: 0 }));
const removed = delta(readmeDelta({ kind: 'removed', changes: [], unchanged: 0 }));

test.each<[string, boolean, Partial<WorthAComment>]>([
  ['touches nothing and changes nothing', false, {}],
  ['newly documents something', true, { delta: delta(readmeDelta()) }],
  ['makes something less than before', true, { delta: delta(readmeDelta({ changes: [regressed()] })) }],
  [
    'changes only what does not count',
    false,
    { delta: delta(readmeDelta({ changes: [change({ counted: false })] })) },
  ],
  ['touches a README while something is missing', true, { touches: true, reports: [exampleReport()] }],
  ['leaves something missing, and touches no README', false, { reports: [exampleReport()] }],
  ['touches a README in which all is documented', false, { touches: true }],
  [
    'touches an index with something left to say',
    true,
    { touches: true, reports: [indexReport({ notes: [outcomeUnsaid()] })] },
  ],
  [
    'touches a README of another kind of project',
    false,
    { touches: true, reports: [exampleReport({ projectType: OTHER })] },
  ],
  ['brings a README', true, { delta: added, touches: true }],
  [
    'brings a README of another kind of project',
    false,
    { delta: added, touches: true, reports: [exampleReport({ projectType: OTHER })] },
  ],
  ['takes the README away', true, { delta: removed, reports: 'no-readme', touches: true }],
  [
    'touches the configuration of a repository without README',
    false,
    { delta: delta(), reports: 'no-readme', touches: true },
  ],
  [
    'has nothing to compare with, and touches a README with something missing',
    true,
    { delta: null, touches: true, reports: [exampleReport()] },
  ],
])('a pull request that %s: %s', (_, worth, overrides) => {
  expect(worthAComment({ delta: NONE, reports: [documentedReport()], touches: false, ...overrides })).toBe(
    worth,
  );
});
