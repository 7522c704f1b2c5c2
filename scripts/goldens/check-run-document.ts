import type { CheckRunContent } from '../../src/render/check-run.ts';
import { join, md } from '../../src/render/markdown.ts';
import { rangeWords } from '../../src/render/place.ts';

/** All of a check run that a reader sees, as one document that GitHub renders. */
export function checkRunDocument({
  title,
  conclusion,
  summary,
  annotations,
  actions,
}: CheckRunContent): string {
  const beside = annotations.map(annotation => {
    const where = md`**${annotation.level}** at ${rangeWords(annotation)}: **${annotation.title}**`;
    const message = annotation.message.split('\n').map(line => md`${line}`);
    return md`- ${join([where, ...message], '<br>')}`.source;
  });
  const buttons = actions.map(({ label, description }) => md`Button: ${label} (${description})`.source);
  const head = [md`# ${title}`.source, md`Conclusion: ${conclusion}`.source, ...buttons];
  const foot = ['## Beside the lines', beside.length === 0 ? 'Nothing.' : beside.join('\n')];
  return `${[...head, summary, ...foot].join('\n\n')}\n`;
}
