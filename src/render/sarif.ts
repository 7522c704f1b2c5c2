/**
 * Reports as SARIF 2.1.0 (OASIS, docs.oasis-open.org/sarif/sarif/v2.1.0), the format that editors and GitHub's code
 * scanning read. One run; a rule for each criterion; a result for each that is missing or thin.
 */
import { createHash } from 'node:crypto';
import type { CriterionResult, LineRange } from '../review/report.ts';
import { type NamedReport, pathOfReadme } from './named-report.ts';
import { neutralise } from './plain-text.ts';
import { mainRemark } from './remarks.ts';
import { emptyNote } from './standing.ts';
import { CHECK_NAME } from './wording.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
/** What the addresses of artifacts are relative to: the folder in which the review was asked for. */
const SOURCE_ROOT = '%SRCROOT%';

/** Results that GitHub's code scanning shows of a run (docs: code-security/code-scanning, "SARIF results exceed"). */
export const MAX_SARIF_RESULTS = 5_000;

/** The log of one run, indented for people, with a line break at the end; the same reports give the same bytes. */
export function renderSarif(reports: readonly NamedReport[]): string {
  const results = reports.flatMap(resultsOf).slice(0, MAX_SARIF_RESULTS);
  const version = reports[0]?.report.engineVersion;
  const driver = {
    name: CHECK_NAME,
    ...(version !== undefined && { semanticVersion: version }),
    rules: rulesOf(reports),
  };
  const run = { tool: { driver }, columnKind: 'unicodeCodePoints', results };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

/** Each criterion once, in the order in which it is met. */
function rulesOf(reports: readonly NamedReport[]) {
  const titles = new Map<string, string>();
  for (const { report } of reports) {
    for (const { id, title } of report.criteria) if (!titles.has(id)) titles.set(id, title);
  }
  return [...titles].map(([id, title]) => ({ id, shortDescription: { text: title } }));
}

function resultsOf(named: NamedReport) {
  const { report } = named;
  if (report.projectType.id === 'other' || emptyNote(report) !== undefined) return [];
  const uri = addressOf(named);
  return report.criteria.flatMap(criterion => {
    const remark = mainRemark(criterion);
    if (criterion.verdict !== 'missing' && criterion.verdict !== 'thin') return [];
    if (!criterion.counted || remark === undefined) return [];
    const place = remark.place ?? criterion.evidence[0];
    return [
      {
        ruleId: criterion.id,
        level: criterion.verdict === 'missing' ? 'warning' : 'note',
        message: { text: plainMessage([remark.text, remark.question ?? '']) },
        locations: [location(uri, place)],
        partialFingerprints: { 'criterionOfReadme/v1': fingerprint(report.readme.path, criterion.id) },
        ...suppression(criterion),
      },
    ];
  });
}

/** What the author accepts stays in the log, and is not shown as open. */
function suppression({ accepted }: CriterionResult) {
  if (accepted === undefined) return {};
  const kind = accepted.source === 'readme' ? 'inSource' : 'external';
  return { suppressions: [{ kind, status: 'accepted', justification: plainMessage([accepted.reason]) }] };
}

/** Code scanning wants a place for each result; what no line carries is shown at the beginning. */
function location(uri: string, { startLine, endLine }: LineRange = { startLine: 1, endLine: 1 }) {
  const artifactLocation = { uri, uriBaseId: SOURCE_ROOT };
  return { physicalLocation: { artifactLocation, region: { startLine, endLine } } };
}

/** Brackets are how a plain text message holds a link, so that a stranger's are escaped (SARIF 2.1.0, 3.11.6). */
function plainMessage(parts: readonly string[]): string {
  const said = parts.filter(part => part !== '').map(part => neutralise(part));
  return said.join('\n').replaceAll(/[\\[\]]/g, '\\$&');
}

/** The README's path as an address. */
function addressOf(named: NamedReport): string {
  return pathOfReadme(named).toWellFormed().split('/').map(encodeURIComponent).join('/');
}

/** The same for the same criterion of the same README, whatever else changes: by it an alert is followed. */
function fingerprint(path: string, criterion: string): string {
  return createHash('sha256').update(`${path}\n${criterion}`).digest('hex');
}
