/** Where the message that an e-mail answers begins, in what a mail program put below the answer. */

/** How a line above a quoted message begins, and the word in it, as mail programs write it in our readers' languages. */
const ATTRIBUTIONS = [
  ['On ', ' wrote'],
  ['Am ', ' schrieb'],
  ['El ', ' escribió'],
  ['Le ', ' a écrit'],
  ['Em ', ' escreveu'],
] as const;

const SEPARATOR =
  /^-{2,} ?(?:original message|ursprüngliche nachricht|mensaje original|message d['’]origine|mensagem original) ?-{2,}$/i;

/** Whether a quoted message begins with a line; a mail program may have broken it in two. */
export function beginsMailQuote(line: string, next: string): boolean {
  const whole = line.trim();
  return SEPARATOR.test(whole) || attributes(whole) || attributes(`${whole} ${next.trim()}`);
}

function attributes(line: string): boolean {
  return (
    line.endsWith(':') && ATTRIBUTIONS.some(([begin, verb]) => line.startsWith(begin) && line.includes(verb))
  );
}
