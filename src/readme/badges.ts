/** Badges, counters and typing animations are images of status words: they say nothing about the project. */

const BADGE_HOST =
  /(?:^|\/\/)(?:[\w-]+\.)*(?:shields\.io|badgen\.net|badge\.fury\.io|codecov\.io|coveralls\.io|skillicons\.dev|komarev\.com|visitor-badge[\w.-]*|hits\.[\w.-]+|github-readme-stats[\w.-]*|readme-typing-svg[\w.-]*|capsule-render[\w.-]*|devicons?[\w.-]*|simpleicons\.org|zenodo\.org|forthebadge\.com|mybinder\.org|travis-ci\.(?:org|com)|circleci\.com|contrib\.rocks|star-history\.com|starchart\.cc|socialify\.git\.ci|gitpod\.io|deepwiki\.com|colab\.research\.google\.com)\//i;
const BADGE_PATH =
  /\/badges?(?:[/._-]|$)|[-_]badge(?:s|\.|$|[?#/])|\/workflows\/[^/]+\/badge|badge\.svg|button\.svg/i;

/** Host and path stand at the beginning; longer addresses carry data. */
const LONGEST_READ = 300;

/** True where the image at that address is a badge. */
export function isBadge(url: string): boolean {
  const address = url.slice(0, LONGEST_READ);
  return BADGE_HOST.test(address) || BADGE_PATH.test(address);
}
