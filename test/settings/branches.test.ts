import { describe, expect, test } from '@jest/globals';
import { isReviewedBranch } from '../../src/settings/branches.ts';
import { BUILTIN_SETTINGS } from '../../src/settings/builtin-settings.ts';

function isReviewed(branches: readonly string[], branch: string): boolean {
  return isReviewedBranch({ branches }, branch, 'main');
}

describe('without any configuration', () => {
  test.each([
    ['a feature branch', 'feature/retrieval', true],
    ['published pages', 'gh-pages', false],
    ['a branch of a bot', 'dependabot/npm_and_yarn/zod-4.0.0', false],
    ['a branch of another bot', 'renovate/all', false],
    ['a branch that is called nearly so', 'renovate-notes', true],
  ])('%s', (_case, branch, reviewed) => {
    expect(isReviewed(BUILTIN_SETTINGS.branches, branch)).toBe(reviewed);
  });
});

describe('the list', () => {
  test.each([
    ['names what is reviewed', ['release/*'], 'feature', false],
    ['names what is reviewed, by name', ['dev'], 'dev', true],
    ['of exclusions begins with everything', ['!wip/**'], 'feature', true],
    ['of exclusions leaves alone what it names', ['!wip/**'], 'wip/x', false],
    ['is read in order: the last that fits decides', ['**', '!wip/**', 'wip/show'], 'wip/show', true],
    ['is read in order: an exclusion may come last', ['wip/show', '!wip/**'], 'wip/show', false],
    ['may be empty: then only the default branch is reviewed', [], 'feature', false],
  ])('%s', (_case, branches, branch, reviewed) => {
    expect(isReviewed(branches, branch)).toBe(reviewed);
  });
});

test.each([
  ['the default branch', 'main'],
  ['a merge queue', 'gh-readonly-queue/main/pr-7-0123abc'],
])('%s is reviewed whatever the list says', (_case, branch) => {
  expect(isReviewed(['!**', `!${branch}`], branch)).toBe(true);
  expect(isReviewed([], branch)).toBe(true);
});
