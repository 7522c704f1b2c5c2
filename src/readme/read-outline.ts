import { blankFrontMatter } from './front-matter.ts';
import { parseMarkdown } from './markdown.ts';
import type { Outline } from './outline.ts';
import { OutlineBuilder } from './outline-builder.ts';
import { readTokens } from './read-tokens.ts';
import { countLines, normalizeLineEndings } from './source-lines.ts';

/**
 * What a README in GitHub's Markdown says, and on which lines of the raw text. Never throws. `omitted` names what
 * `estimateCost` blanked in a text that it cut.
 */
export function readOutline(raw: string, omitted: Outline['omitted'] = []): Outline {
  const text = normalizeLineEndings(raw);
  const builder = new OutlineBuilder();
  readTokens(parseMarkdown(blankFrontMatter(text)), builder);
  return builder.finish({ lineCount: countLines(text), omitted });
}
