import type { Repository } from '../../jobs.ts';
import type { ReviewRequest, SaidAcceptance, SaidWord } from '../../ports.ts';
import type { Report } from '../../review/report.ts';
import { NO_CHANGES } from '../../rubric/rubric-changes.ts';
import type { Settings } from '../../settings/settings.ts';
import type { BlobReader } from '../reading/blob-cache.ts';
import { type Commit, readFiles } from '../reading/read-commit.ts';
import type { Tools } from '../tools.ts';
import type { ChosenReadme } from './choose-readmes.ts';
import { inputsDigest } from './inputs-digest.ts';

/** What people say about a review, in files and in comments. */
export interface Terms {
  readonly settings: Settings;
  /** The narrower first. */
  readonly words: readonly SaidWord[];
}

/** Judges one README; the result is reused where everything it depends on is the same. */
export async function reviewReadme(
  tools: Tools,
  repository: Repository,
  commit: Commit,
  chosen: ChosenReadme,
  terms: Terms,
): Promise<Report> {
  const { reports, reviewer } = tools;
  const { repositoryId } = repository;
  const digest = inputsDigest({
    repository,
    commit,
    chosen,
    said: saidOf(chosen, terms),
    identity: reviewer.identity,
  });
  const [known] = (await reports.find(repositoryId, digest)) ?? [];
  if (known !== undefined) return known;
  const report = await reviewer.review(await readmeRequest(tools, repository, commit, chosen, terms));
  await reports.save(repositoryId, digest, [report]);
  return report;
}

/** All that is needed to judge one README: one request for each of its blobs that is not known yet. */
export async function readmeRequest<Place extends Pick<Repository, 'owner' | 'name'>>(
  { blobs }: { readonly blobs: BlobReader<Place> },
  repository: Place,
  commit: Commit,
  chosen: ChosenReadme,
  terms: Terms,
): Promise<ReviewRequest> {
  const { readme } = chosen;
  const { content, manifests } = await readFiles(blobs, repository, readme, commit);
  return {
    repositoryName: `${repository.owner}/${repository.name}`,
    readme: { path: readme.path, sha: readme.sha, content },
    paths: commit.paths,
    pathsTruncated: commit.pathsTruncated,
    manifests,
    ...saidOf(chosen, terms),
  };
}

type Said = Pick<ReviewRequest, 'declaredType' | 'accepted' | 'rubricChanges'>;

/** Only what was said, so that a repository without settings has the same digests as before they existed. */
function saidOf({ declaredType }: ChosenReadme, { settings, words }: Terms): Said {
  const accepted = acceptances(settings, words);
  const changes = settings.rubric;
  return {
    ...(declaredType !== null && { declaredType }),
    ...(accepted.length > 0 && { accepted }),
    ...(JSON.stringify(changes) !== JSON.stringify(NO_CHANGES) && { rubricChanges: changes }),
  };
}

function acceptances(settings: Settings, words: readonly SaidWord[]): readonly SaidAcceptance[] {
  const said = words.flatMap(({ word }) =>
    word.kind === 'accept'
      ? [{ criterion: word.criterion, reason: word.reason, source: 'comment' as const }]
      : [],
  );
  const configured = Object.entries(settings.accept).map(([criterion, reason]) => {
    return { criterion, reason, source: 'config' as const };
  });
  return [...said, ...configured];
}
