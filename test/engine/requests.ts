import type { ReviewRequest } from '../../src/ports.ts';

/** A request about one README, without a repository around it unless given. */
export function requestFor(
  content: string | Uint8Array,
  { path = 'README.md', ...rest }: Partial<ReviewRequest> & { path?: string } = {},
): ReviewRequest {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    repositoryName: 'learner/tide-tables',
    readme: { path, sha: '5'.repeat(40), content: bytes },
    paths: [path],
    pathsTruncated: false,
    manifests: [],
    ...rest,
  };
}

/** A README in English with something to find. */
export const TIDES = `# Tide tables

Anglers on our coast plan by printed tables that ignore the wind, and walk home with empty buckets.

## Approach

1. Read the gauge every ten minutes.
2. Fit a gradient boosting model on wind, pressure and the astronomical tide.

## What did not work

We tried an LSTM first and dropped it, because three winters were too little data.

## Results

The mean error fell from 21 cm to 8 cm on the last winter.
`;
