/** How the dashboard issue, and the box on it, are told apart from whatever else an issue says. */

/** Hidden in the dashboard's body. */
const DASHBOARD_MARKER = '<!-- showwork:dashboard';

/** The line of the box; GitHub puts an `x` between the brackets when somebody ticks it. */
const RE_REVIEW_BOX = /^- \[([ x])\] <!-- showwork:re-review -->/im;

/** How the box of that body stands; null where it is no dashboard's body, or has no box. */
export function readDashboardBox(body: string): 'ticked' | 'open' | null {
  if (!body.includes(DASHBOARD_MARKER)) return null;
  const mark = RE_REVIEW_BOX.exec(body)?.[1];
  if (mark === undefined) return null;
  return mark === ' ' ? 'open' : 'ticked';
}
