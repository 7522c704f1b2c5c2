/** Every signal there is, by name. A new one is a file beside this one, a name in `src/rubric/names.ts`, and a line here. */

import { asksAQuestion } from './asks-a-question.ts';
import { claimsVaguely } from './claims-vaguely.ts';
import { comparesAlternatives } from './compares-alternatives.ts';
import type { Signal } from './define-signal.ts';
import { describesAStep } from './describes-a-step.ts';
import { describesToday } from './describes-today.ts';
import { drawsAConclusion } from './draws-a-conclusion.ts';
import { drawsAFlow } from './draws-a-flow.ts';
import { explainsALimit } from './explains-a-limit.ts';
import { givesAFigure } from './gives-a-figure.ts';
import { givesAPurpose } from './gives-a-purpose.ts';
import { givesAReasonForAChoice } from './gives-a-reason-for-a-choice.ts';
import { givesAStockReason } from './gives-a-stock-reason.ts';
import { givesCommands } from './gives-commands.ts';
import { helpsWithTrouble } from './helps-with-trouble.ts';
import { isABareItem } from './is-a-bare-item.ts';
import { isBoilerplate } from './is-boilerplate.ts';
import { isCode } from './is-code.ts';
import { isTemplateResidue } from './is-template-residue.ts';
import { linksToSomethingLive } from './links-to-something-live.ts';
import { listsFiles } from './lists-files.ts';
import { listsSkills } from './lists-skills.ts';
import { measuresAResult } from './measures-a-result.ts';
import { mentionsALimit } from './mentions-a-limit.ts';
import { mentionsAnObstacle } from './mentions-an-obstacle.ts';
import { namesADroppedAttempt } from './names-a-dropped-attempt.ts';
import { namesAPart } from './names-a-part.ts';
import { namesATask } from './names-a-task.ts';
import { namesDataAndMethod } from './names-data-and-method.ts';
import { namesSpecificParts } from './names-specific-parts.ts';
import { namesWhoHasIt } from './names-who-has-it.ts';
import { picksAfterComparing } from './picks-after-comparing.ts';
import { plansFutureWork } from './plans-future-work.ts';
import { reportsAStatus } from './reports-a-status.ts';
import { reportsAWorseVariant } from './reports-a-worse-variant.ts';
import { saysSomething } from './says-something.ts';
import { saysWhyItMatters } from './says-why-it-matters.ts';
import { setsATarget } from './sets-a-target.ts';
import { setsAgainstAnAlternative } from './sets-against-an-alternative.ts';
import { showsADemo } from './shows-a-demo.ts';
import { showsADiagram } from './shows-a-diagram.ts';
import { showsAScreenshot } from './shows-a-screenshot.ts';
import { statesANeed } from './states-a-need.ts';
import { statesTerms } from './states-terms.ts';
import { tabulatesResults } from './tabulates-results.ts';
import { tellsALesson } from './tells-a-lesson.ts';
import { tellsObstacleAndRemedy } from './tells-obstacle-and-remedy.ts';
import { tellsStepsInOrder } from './tells-steps-in-order.ts';

export const SIGNALS: readonly Signal[] = [
  asksAQuestion,
  claimsVaguely,
  comparesAlternatives,
  describesAStep,
  describesToday,
  drawsAConclusion,
  drawsAFlow,
  explainsALimit,
  givesAFigure,
  givesAPurpose,
  givesAReasonForAChoice,
  givesAStockReason,
  givesCommands,
  helpsWithTrouble,
  isABareItem,
  isBoilerplate,
  isCode,
  isTemplateResidue,
  linksToSomethingLive,
  listsFiles,
  listsSkills,
  measuresAResult,
  mentionsALimit,
  mentionsAnObstacle,
  namesADroppedAttempt,
  namesAPart,
  namesATask,
  namesDataAndMethod,
  namesSpecificParts,
  namesWhoHasIt,
  picksAfterComparing,
  plansFutureWork,
  reportsAStatus,
  reportsAWorseVariant,
  saysSomething,
  saysWhyItMatters,
  setsATarget,
  setsAgainstAnAlternative,
  showsADemo,
  showsADiagram,
  showsAScreenshot,
  statesANeed,
  statesTerms,
  tabulatesResults,
  tellsALesson,
  tellsObstacleAndRemedy,
  tellsStepsInOrder,
];
