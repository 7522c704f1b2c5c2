import type { CriterionResult, Report } from '../review/report.ts';
import type { Markdown } from './markdown.ts';
import { md } from './markdown.ts';
import { evidenceLinks, rangeLink } from './phrases.ts';
import type { Locate } from './place.ts';
import { mainRemark } from './remarks.ts';
import { placeWords } from './wording.ts';

/** The lines that carry the verdict; where nothing does, the line where it would fit. Empty where there is neither. */
export function whereOf(report: Report, criterion: CriterionResult, locate: Locate): Markdown {
  const remark = mainRemark(criterion);
  if (criterion.evidence.length > 0 || remark?.place === undefined || criterion.accepted !== undefined)
    return evidenceLinks(report, criterion, locate);
  return md`${placeWords(criterion)} ${rangeLink(report.readme.path, remark.place, locate)}`;
}
