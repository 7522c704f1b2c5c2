import { beforeEach, expect, test } from '@jest/globals';
import type { Report } from '../../src/review/report.ts';
import { KEPT_REPORTS } from '../../src/store/report-cache.ts';
import { delivery, hint, REPOSITORY, repository } from './examples.ts';
import type { OpenPorts, StorePorts } from './store-ports.ts';

/** Uses every field, also the optional ones. */
export const FULL_REPORT: Report = {
  schemaVersion: 1,
  engineVersion: '0.1.0',
  model: { version: 'none', digest: '' },
  rubric: { id: 'base', version: '1.0.0', digest: 'r1' },
  readme: { path: 'README.md', sha: 'b1', language: 'en' },
  projectType: {
    id: 'llm-application',
    declared: false,
    evidence: [{ text: 'chromadb', path: 'requirements.txt' }],
  },
  flags: { toyDataset: false, template: true },
  criteria: [
    {
      id: 'failures',
      title: 'What did not work',
      counted: true,
      verdict: 'thin',
      evidence: [
        { startLine: 4, endLine: 6, quote: 'The first index was too slow.', signals: ['dropped-attempt'] },
      ],
      findings: [
        {
          kind: 'actionable',
          code: 'failures-thin',
          text: 'Say what happened.',
          question: 'How slow was the first index?',
          place: { startLine: 4, endLine: 4 },
          lookedFor: ['an attempt that was dropped'],
        },
      ],
      accepted: { reason: 'a first project', source: 'comment' },
    },
    { id: 'problem', title: 'The problem', counted: true, verdict: 'missing', evidence: [], findings: [] },
  ],
  nextSteps: [
    { criterion: 'failures', text: 'Say what happened.', place: { startLine: 4, endLine: 4 }, gain: 1.5 },
  ],
  notes: [{ kind: 'informative', code: 'rows-left-out', text: '12 rows of a table were left out.' }],
  projects: ['night-bus/README.md'],
};

export function reportCacheContract(open: OpenPorts): void {
  const { repositoryId } = REPOSITORY;
  const other = repository({ repositoryId: repositoryId + 1 });
  let ports: StorePorts;
  beforeEach(async () => {
    ports = await open();
    await ports.store.accept(delivery({ hints: [hint(), hint({ repository: other })] }));
  });

  test('answers what was saved, field by field', async () => {
    const plain: Report = { ...FULL_REPORT, criteria: [], nextSteps: [], notes: [] };
    await ports.reports.save(repositoryId, 'inputs', [FULL_REPORT, plain]);
    expect(await ports.reports.find(repositoryId, 'inputs')).toEqual([FULL_REPORT, plain]);
    const after = await ports.reopen();
    expect(await after.reports.find(repositoryId, 'inputs')).toEqual([FULL_REPORT, plain]);
  });

  test('is never shared across repositories', async () => {
    await ports.reports.save(repositoryId, 'inputs', [FULL_REPORT]);
    expect(await ports.reports.find(other.repositoryId, 'inputs')).toBeNull();
  });

  test('knows that there was nothing to report', async () => {
    await ports.reports.save(repositoryId, 'inputs', []);
    expect(await ports.reports.find(repositoryId, 'inputs')).toEqual([]);
    expect(await ports.reports.find(repositoryId, 'others')).toBeNull();
  });

  test('lets a later result take the place of an earlier one', async () => {
    await ports.reports.save(repositoryId, 'inputs', []);
    await ports.reports.save(repositoryId, 'inputs', [FULL_REPORT]);
    expect(await ports.reports.find(repositoryId, 'inputs')).toEqual([FULL_REPORT]);
  });

  test(`keeps the newest ${KEPT_REPORTS} of a repository`, async () => {
    await ports.reports.save(other.repositoryId, 'inputs-of-another', [FULL_REPORT]);
    for (let index = 0; index <= KEPT_REPORTS; index += 1) {
      ports.advance(1);
      await ports.reports.save(repositoryId, `inputs-${index}`, [FULL_REPORT]);
    }
    expect(await ports.reports.find(repositoryId, 'inputs-0')).toBeNull();
    expect(await ports.reports.find(repositoryId, 'inputs-1')).toEqual([FULL_REPORT]);
    expect(await ports.reports.find(repositoryId, `inputs-${KEPT_REPORTS}`)).toEqual([FULL_REPORT]);
    expect(await ports.reports.find(other.repositoryId, 'inputs-of-another')).toEqual([FULL_REPORT]);
  });

  test('keeps nothing for a repository that was forgotten or never heard of', async () => {
    await ports.reports.save(repositoryId, 'inputs', [FULL_REPORT]);
    await ports.store.forget(REPOSITORY.installationId, [repositoryId]);
    await ports.reports.save(repositoryId, 'inputs', [FULL_REPORT]);
    await ports.reports.save(999, 'inputs', [FULL_REPORT]);
    expect(await ports.reports.find(repositoryId, 'inputs')).toBeNull();
    expect(await ports.reports.find(999, 'inputs')).toBeNull();
  });
}
