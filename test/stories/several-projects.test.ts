import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import { beginStory, type Story } from './begin-story.ts';
import { DECISIONS, OUTCOME, README, REQUIREMENTS, WHAT_DID_NOT_WORK } from './readmes.ts';
import { REQUESTS } from './requests.ts';
import { push, shownOn, withoutAddresses } from './steps.ts';

const INDEX = `# My projects

- [Parcels](parcels/): dispatchers learned of late parcels from angry customers; the model finds 71 % of them at seven in the morning.
- [Tenancy answers](tenancy/): volunteers at an advice line looked minutes for the right paragraph; now it takes 20 seconds.
- [Gauges](gauges/): reading water gauges by hand cost a day a week; the camera reads 96 % of them right.
`;
const TENANCY = `# Tenancy answers

Volunteers at a housing advice line lose half of every call looking for the right paragraph, and callers hang up. An LLM with
retrieval over the tenancy code finds it.
`;
const GAUGES = README.replaceAll('parcel', 'gauge') + DECISIONS + WHAT_DID_NOT_WORK + OUTCOME;
const PORTFOLIO = {
  'README.md': INDEX,
  'parcels/README.md': README,
  'parcels/requirements.txt': REQUIREMENTS,
  'tenancy/README.md': TENANCY,
  'tenancy/requirements.txt': 'langchain==0.3.1\nchromadb==0.5.5\n',
  'gauges/README.md': GAUGES,
  'gauges/requirements.txt': REQUIREMENTS,
};
/** The index is left out, and one project's type declared. */
const SETTINGS = `readmes:
  - path: tenancy
    projectType: llm-application
  - p*
  - archive/*
`;

let story: Story;
let repository: SimulatedRepository;
beforeEach(async () => {
  story = await beginStory();
  repository = story.simulator.addRepository({ owner: 'ada', name: 'portfolio' });
});
afterEach(() => story.end());

test('an index leads to its projects, settings name others, and only what changed is read again', async () => {
  const { webhooks } = story.simulator;
  const found = await push(story, 'a root README indexes three folders', repository, PORTFOLIO);
  expect(found).toMatchObject({ runs: 1, conclusion: 'neutral' });
  expect(found.title).toMatch(/^4 READMEs · lowest: 0 of 5 documented in tenancy\/README\.md · next: /);
  const rows =
    /\[`tenancy\/README\.md`\][^\n]+\n\| \[`parcels\/README\.md`\][^\n]+\n\| \[`README\.md`\] \| a portfolio index [^\n]+\n\| \[`gauges\/README\.md`\] [^\n]+5 of 5/;
  expect(found.summary).toMatch(rows);
  expect(new Set(found.annotations.map(({ path }) => path))).toEqual(
    new Set(['README.md', 'parcels/README.md', 'tenancy/README.md']),
  );

  const honest = { 'parcels/README.md': README + WHAT_DID_NOT_WORK };
  const changed = await push(story, 'one project is honest about failures', repository, honest);
  expect(changed.summary).toMatch(
    /Since the last review[^#]+\[`parcels\/README\.md`\]:[^#]+\*\*What did not work\*\*: newly documented/,
  );
  expect(changed.summary).not.toMatch(/Since the last review[^#]+tenancy[^#]+###/);

  const settings = { '.github/showwork.yml': SETTINGS };
  const named = await push(story, 'the settings name the projects', repository, settings);
  expect(named.title).toMatch(/^2 READMEs · lowest: 0 of 5 documented in tenancy\/README\.md/);
  expect(named.summary).toContain('The settings name `archive/*`, and no README is there at this commit.');
  expect(named.summary).toContain('`gauges/README.md` is no longer reviewed.');

  const { number } = repository.openIssue();
  const said = repository.comment(number, '/review accept outcome because the pilots end in May', 'ada');
  await story.tell('an outcome is accepted', () => story.deliver(webhooks.issueComment(said)));
  expect(repository.comments(number).at(-1)?.body).toContain('**Outcome** now counts as documented');
  const accepted = shownOn(repository, repository.head());
  expect(accepted.title).toMatch(/^2 READMEs · lowest: 1 of 5 documented in tenancy\/README\.md/);
  expect(accepted.summary).toMatch(/parcels\/README\.md`\] \| an ML pipeline \| 5 of 5 documented \|/);

  const work = repository.commit('tenancy', { 'tenancy/README.md': TENANCY + WHAT_DID_NOT_WORK });
  const opened = repository.openPullRequest({ head: 'tenancy' });
  await story.tell('a pull request touches one project', () =>
    story.deliver(webhooks.push(work), webhooks.pullRequest(opened)),
  );
  const comment = withoutAddresses(repository.comments(opened.request.number).at(-1)?.body ?? '');
  expect(comment).toMatch(/newly documents .*“What did not work” in \[`tenancy\/README\.md`\]/);
  expect(comment).toMatch(/As before:\n\n[^#]+\| \[`parcels\/README\.md`\] \|[^#]+5 of 5 documented/);
  expect(comment.match(/Before → now/g)).toHaveLength(1);
  expect(story.told).toEqual(REQUESTS['several projects in one repository']);
});
