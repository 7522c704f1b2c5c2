/** Front matter: metadata between `---` (YAML) or `+++` (TOML) lines at the very top. It is not prose. */

const FENCE = /^(---|\+\+\+)[ \t]*$/;
/** A key, a list item, a comment, an indented continuation, or nothing: prose between two rules is none of it. */
const METADATA_LINE = /^(?:[\w."'-]+[ \t]*[:=](?:[ \t]|$)|[ \t]+\S|-[ \t]|#|[\]}]|\[[\w.]+\]|[ \t]*$)/;

/** The text with its front matter blanked out, line for line. */
export function blankFrontMatter(text: string): string {
  const fence = FENCE.exec(text.slice(0, (text.indexOf('\n') + 1 || text.length + 1) - 1))?.[1];
  if (fence === undefined) return text;
  const lines = text.split('\n');
  for (let at = 1; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.trimEnd() === fence) return '\n'.repeat(at + 1) + lines.slice(at + 1).join('\n');
    if (!METADATA_LINE.test(line)) return text;
  }
  return text;
}
