import { REQUESTS, type Requests, type StoryRequests } from '../../test/stories/requests.ts';

const TOKEN = 'apps/create-installation-access-token';

/** Verbs of GitHub's operation ids that change nothing. */
const READS = /\/(?:get|list|compare)(?:-|$)/;

type Kind = 'read' | 'write' | 'token';

/** docs/requests.md: what each story asks of GitHub, as its test holds the app to it. */
export function requestsDocument(): string {
  const stories: readonly [string, StoryRequests][] = Object.entries(REQUESTS);
  return `# What the app asks of GitHub

Made by \`npm run docs\` from \`test/stories/requests.ts\`, which the stories in \`test/stories/\` hold the app to: each is told over
signed webhooks to the real server, in front of a simulated GitHub that checks every request against GitHub's own description.

Writes are the scarce thing at GitHub (80 a minute and 500 an hour for an installation); reads have 5,000 an hour. A token is for one
repository and one use, and is kept for an hour: a server that has run for a while asks for none.

${stories.map(([title, steps]) => storySection(title, steps)).join('\n')}`;
}

function storySection(title: string, steps: StoryRequests): string {
  const rows = Object.entries(steps).map(([step, requests]) => {
    const counts = (['read', 'write', 'token'] as const).map(kind => countOf(requests, kind));
    return `| ${step} | ${counts.join(' | ')} | ${listOf(requests)} |`;
  });
  const heading = title.charAt(0).toUpperCase() + title.slice(1);
  return `## ${heading}\n\n| | Reads | Writes | Tokens | |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
}

function countOf(requests: Requests, kind: Kind): number {
  return Object.entries(requests).reduce(
    (sum, [operation, count]) => sum + (kindOf(operation) === kind ? count : 0),
    0,
  );
}

function listOf(requests: Requests): string {
  const named = Object.entries(requests)
    .filter(([operation]) => operation !== TOKEN)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return named.map(([operation, count]) => `\`${operation}\`${count > 1 ? ` ×${count}` : ''}`).join(', ');
}

function kindOf(operation: string): Kind {
  if (operation === TOKEN) return 'token';
  return READS.test(operation) ? 'read' : 'write';
}
