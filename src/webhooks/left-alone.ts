/**
 * Why a branch is not reviewed by default, or null where it is. `gh-pages` holds a built site; `dependabot/**` and
 * `renovate/**` hold version bumps that no author wrote. The default branch is reviewed whatever its name: a portfolio
 * that is published from `gh-pages` often has no other branch.
 */
export function whyLeftAlone(branch: string, defaultBranch: string): string | null {
  if (branch === defaultBranch) return null;
  if (branch === 'gh-pages') return 'the branch gh-pages holds a built site';
  if (branch.startsWith('dependabot/')) return 'branches of Dependabot are left alone';
  if (branch.startsWith('renovate/')) return 'branches of Renovate are left alone';
  return null;
}
