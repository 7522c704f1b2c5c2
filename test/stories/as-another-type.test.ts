import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { beginProject, type Project } from './begin-project.ts';
import { beginStory, type Story } from './begin-story.ts';
import { newestWords, reactionsTo } from './conversation.ts';
import { REQUESTS } from './requests.ts';

let story: Story;
let project: Project;
beforeEach(async () => {
  story = await beginStory();
  project = await beginProject(story);
});
afterEach(() => story.end());

test('a maintainer names the project type on an issue, and goes back to finding it out', async () => {
  const { repository } = project;
  const { webhooks } = story.simulator;
  repository.setRole('grace', 'maintain');
  const { number } = repository.openIssue({ title: 'What kind of project is this?' });

  /** Answers what the newest check run of the default branch says of the type. */
  function readAs(): string {
    const summary = repository.checkRuns(repository.head()).at(-1)?.output.summary ?? '';
    return /\*\*Read as [^.;:]*/.exec(summary)?.[0] ?? '';
  }
  async function say(step: string, text: string, reaction: string): Promise<string> {
    const said = repository.comment(number, text, 'grace');
    await story.tell(step, () => story.deliver(webhooks.issueComment(said)));
    expect(reactionsTo(repository, said)).toEqual(['eyes', reaction]);
    return newestWords(repository, number);
  }
  expect(readAs()).toBe('**Read as an ML pipeline**');

  const answer = await say('a maintainer names a type', '/review as ML infrastructure, please', 'rocket');
  expect(answer).toContain('The README is now read as ML infrastructure in this repository.');
  expect(answer).toContain(
    'To make it permanent, put this into `.github/showwork.yml`:\n\n```yaml\nprojectType: ml-infrastructure\n```',
  );
  expect(answer).toContain('`/review as auto` goes back to finding it out.');
  expect(readAs()).toBe('**Read as ML infrastructure**, as declared');

  const later = repository.commit('main', { 'train.py': 'print("later")\n' });
  await story.tell('a later push', () => story.deliver(webhooks.push(later)));
  expect(readAs()).toBe('**Read as ML infrastructure**, as declared');

  const unknown = await say('a type that there is not', '/review as a spaceship', 'confused');
  expect(unknown).toContain(
    'No project type has that name. These do: `ml-pipeline` (ML pipeline), `llm-application` (LLM application), `ml-infrastructure` (ML infrastructure), `portfolio-index` (Portfolio index). `auto` goes back to finding it out.',
  );
  expect(readAs()).toBe('**Read as ML infrastructure**, as declared');

  const back = await say('the maintainer goes back', '/review as auto', 'rocket');
  expect(back).toContain('The project type is found out from the README and the manifests again');
  expect(readAs()).toBe('**Read as an ML pipeline**');
  expect(story.told).toEqual(REQUESTS['a maintainer names the project type']);
});
