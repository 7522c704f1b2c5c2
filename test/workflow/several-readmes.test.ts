import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ALL_DOCUMENTED } from '../helpers/stand-in-reviewer.ts';
import { startWorkflow, type Workflow } from './start-workflow.ts';

const CONFIG = '.github/showwork.yml';
const PROJECTS = {
  'README.md': '# Ada’s projects\n',
  'churn/README.md': `# Churn\n\n${ALL_DOCUMENTED}\n`,
  'leaves/README.md': '# Leaves\n',
};
let flow: Workflow;

beforeEach(async () => {
  flow = await startWorkflow();
});
afterEach(() => flow.close());

const reviewed = () => flow.reviewer.requests.map(({ readme }) => readme.path);
const lastRun = () => flow.hub.checkRuns.at(-1);

describe('READMEs that the settings name', () => {
  const configured = (readmes: string) =>
    flow.push('main', { ...PROJECTS, [CONFIG]: `readmes: ${readmes}\n` });

  it('are reviewed in their order, each in a part of one check run', async () => {
    await configured('[leaves, churn/README.md]');
    expect(reviewed()).toEqual(['leaves/README.md', 'churn/README.md']);
    expect(flow.hub.checkRuns).toHaveLength(1);
    expect(lastRun()?.summary).toContain('churn/README.md');
    expect(lastRun()?.conclusion).toBe('neutral');
  });

  it('may be found by a glob and declared as a type', async () => {
    await configured("[README.md, { path: '*', projectType: ml-pipeline }]");
    expect(flow.reviewer.requests.map(({ readme, declaredType }) => [readme.path, declaredType])).toEqual([
      ['README.md', undefined],
      ['churn/README.md', 'ml-pipeline'],
      ['leaves/README.md', 'ml-pipeline'],
    ]);
  });

  it('that are not there are told, and the others are reviewed', async () => {
    await configured('[churn, forests]');
    expect(reviewed()).toEqual(['churn/README.md']);
    expect(lastRun()?.summary).toContain('The settings name `forests`, and no README is there');
  });

  it('none of which is there leave the one that GitHub shows', async () => {
    await configured('[forests]');
    expect(reviewed()).toEqual(['README.md']);
  });

  it('of which one is left take the type of the repository', async () => {
    await flow.push('main', { ...PROJECTS, [CONFIG]: 'readmes: [churn]\nprojectType: ml-pipeline\n' });
    expect(flow.reviewer.requests).toMatchObject([{ declaredType: 'ml-pipeline' }]);
  });

  it('cost one request for each that changed', async () => {
    await configured('[leaves, churn]');
    const asked = await flow.asked(() => flow.push('main', { 'leaves/README.md': '# Leaves, again\n' }));
    expect(asked).toEqual(['readTree', 'readBlob', 'createCheckRun']);
    expect(reviewed().slice(2)).toEqual(['leaves/README.md']);
  });
});

describe('READMEs that an index links', () => {
  const INDEX = { ...PROJECTS, 'README.md': '# Ada\n\nProjects: leaves/README.md, churn/README.md\n' };

  it('are reviewed after the index, in its order', async () => {
    await flow.push('main', INDEX);
    expect(reviewed()).toEqual(['README.md', 'leaves/README.md', 'churn/README.md']);
    expect(flow.hub.checkRuns).toHaveLength(1);
  });

  it('are left out where the settings say which are wanted', async () => {
    await flow.push('main', { ...INDEX, [CONFIG]: 'readmes: [README.md, churn]\n' });
    expect(reviewed()).toEqual(['README.md', 'churn/README.md']);
  });

  it('that are the same file behind a link are reviewed once', async () => {
    const alias = { 'alias/README.md': { symlink: '../churn/README.md' } };
    const index = '# Ada\n\nProjects: churn/README.md, alias/README.md\n';
    await flow.push('main', { ...INDEX, ...alias, 'README.md': index });
    expect(reviewed()).toEqual(['README.md', 'churn/README.md']);
  });
});
