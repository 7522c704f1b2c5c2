/**
 * GitHub's limits, each with its source. A simulator has a copy of its own (`simulator.limits`), which a test may
 * lower to reach an edge cheaply, for instance `simulator.limits.treeEntries = 3` for a truncated tree.
 */
export const GITHUB_LIMITS = {
  /** docs.github.com/en/rest/git/trees: "The limit for the tree array is 100,000 entries with a maximum size of 7 MB when using the recursive parameter". */
  treeEntries: 100_000,
  treeBytes: 7 * 1024 * 1024,
  /** docs.github.com/en/rest/git/blobs: "This endpoint supports blobs up to 100 megabytes in size". */
  blobBytes: 100 * 1024 * 1024,
  /** docs.github.com/en/rest/repos/contents: up to 1 MB as JSON, 1-100 MB only with the raw media type. */
  contentsBytes: 1024 * 1024,
  /** docs.github.com/en/rest/commits/commits#compare-two-commits: "limited to 250 commits", "up to 300 changed files". */
  compareCommits: 250,
  compareFiles: 300,
  /** docs.github.com/en/rest/repos/contents: "The API supports directories containing up to 1,000 files". */
  contentsEntries: 1000,
  /** Enforced in bytes although documented in characters: github/docs#35252, bencherdev/bencher#534. */
  checkOutputBytes: 65_535,
  /** rest/checks/runs: annotation message and raw details "64 KB", title "255 characters". */
  annotationMessageBytes: 64 * 1024,
  annotationTitleLength: 255,
  /** github.blog changelog 2020-09-14: older runs of the same name in a suite are deleted. */
  checkRunsPerName: 1000,
  /**
   * What a comment or an issue says. GitHub's message ("body is too long (maximum is 65536 characters)") names no unit
   * that holds everywhere: 65,536 characters of a pull request, 262,144 bytes of comments were measured
   * (dead-claudia/github-limits#13). Here the narrowest reading holds: what fits in bytes fits in any unit.
   */
  bodyBytes: 65_536,
  /** GitHub's message for an issue's title: "title is too long (maximum is 256 characters)". */
  issueTitleCharacters: 256,
  /** docs.github.com/en/apps: an app JWT lives at most ten minutes, an installation token one hour. */
  appJwtSeconds: 600,
  installationTokenSeconds: 3600,
  /** apps/sharing-github-apps/registering-a-github-app-from-a-manifest: "must complete this step ... within one hour". */
  manifestCodeSeconds: 3600,
  /** rest/using-the-rest-api/rate-limits-for-the-rest-api: per installation and hour. */
  requestsPerHour: 5000,
  /** webhooks/webhook-events-and-payloads: "Payloads are capped at 25 MB", above which nothing is sent. */
  webhookBytes: 25 * 1024 * 1024,
  /** webhooks/using-webhooks/best-practices-for-using-webhooks: answer within 10 seconds (GHES 30). */
  webhookAnswerMs: 10_000,
  /** webhooks/webhook-events-and-payloads: a push lists at most 2048 commits. */
  pushCommits: 2048,
};

export type Limits = typeof GITHUB_LIMITS;
