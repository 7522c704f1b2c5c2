import { accept, type SaidAcceptances, unknownAcceptances } from './accept.ts';
import { type Examination, examine, type ReviewInput, typeInAnyLanguage } from './examine.ts';
import { askAbout } from './feedback/ask.ts';
import { nextSteps } from './feedback/next-steps.ts';
import { readSlots } from './feedback/slots/slots.ts';
import { judge } from './judge.ts';
import { linkedProjects } from './linked-projects.ts';
import { modelStamp } from './model/decode-model.ts';
import { notAssessed, unknownLanguage } from './not-assessed.ts';
import { notesOnType } from './notes-on-type.ts';
import { PORTFOLIO_TYPE } from './portfolio.ts';
import { REPORT_SCHEMA_VERSION, type Report } from './report.ts';
import { toolsNear } from './tools-near.ts';

/** Judges one README: examine it, judge each criterion of its type's rubric, hear its author, rank what is next. */
export function review(input: ReviewInput): Report {
  const { notes = [], outline, facts, rubrics } = input;
  const examined = examine(input);
  const report = examined === null ? unread(input) : judged(examined, input);
  const unknown = unknownAcceptances(outline.acceptances, report.criteria, rubrics);
  const isIndex = report.projectType.id === PORTFOLIO_TYPE;
  const projects = isIndex ? linkedProjects(outline, facts, report.readme.path) : [];
  return {
    ...report,
    notes: [...notes, ...report.notes, ...unknown],
    ...(projects.length > 0 && { projects }),
  };
}

function judged(examined: Examination, input: ReviewInput): Report {
  const { facts, engineVersion, model } = input;
  const { readme, projectType, flags, outline, rubric, observation, scores, opinions } = examined;
  const { blocks } = observation;
  const near = toolsNear(facts, readme.path);
  const slots = readSlots({ blocks, near, rubric, readmePath: readme.path, isTemplate: flags.template });
  const ask = askAbout(slots);
  const results = [...scores].map(([id, score]) =>
    judge({ score, outline, observation, ask, opinion: opinions.get(id), flags }),
  );
  const heard = accept(results, saidIn(input));
  const typeNotes = notesOnType(projectType.id, { outline, blocks, rubric });
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    engineVersion,
    model: modelStamp(model),
    rubric: { id: rubric.id, version: rubric.version, digest: rubric.digest },
    readme,
    projectType,
    flags,
    criteria: typeNotes === null ? heard : heard.map(result => ({ ...result, findings: [] })),
    nextSteps: typeNotes === null ? nextSteps(rubric, heard) : [],
    notes: typeNotes ?? [],
  };
}

/** The words of a trade are the same in every language, so that the project's type can be told all the same. */
function unread(input: ReviewInput): Report {
  const { outline, rubrics, engineVersion, model } = input;
  const language = outline.language;
  const why = unknownLanguage(rubrics.base, language);
  const readme = { ...input.readme, language };
  const report = notAssessed({ readme, rubric: rubrics.base, engineVersion, model, ...why });
  const criteria = accept(report.criteria, saidIn(input));
  return { ...report, projectType: typeInAnyLanguage(input), criteria };
}

function saidIn({ outline, accepted = [] }: ReviewInput): SaidAcceptances {
  return { inReadme: outline.acceptances, elsewhere: accepted };
}
