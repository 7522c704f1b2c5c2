import { expect } from '@jest/globals';
import { PLACE } from './example-reports.ts';
import { ACTED_ON, UNSEEN } from './hostile-text.ts';
import { nodesOf, parseMarkdown, textOf } from './parse-markdown.ts';

/** The markup that this app itself writes, besides `<summary>…</summary>`. */
const OURS = ['<details>', '</details>', '<sub>', '</sub>'];
/** The kinds of node that no surface makes, so that one of them came from a stranger. */
const THEIRS = [
  'image',
  'imageReference',
  'linkReference',
  'definition',
  'footnoteReference',
  'code',
  'blockquote',
];
const REPOSITORY = `${PLACE.webUrl}/${PLACE.owner}/${PLACE.name}/`;
/** Everything that could pass for one of this app's hidden markers. */
const MARKER = /<!--.*?-->/g;

/**
 * Markdown in which nothing of a stranger's does anything: no link, image, markup, mention, reference, command or
 * marker of theirs. `markers`: those that this app put there.
 */
export function expectHarmless(markdown: string, markers: readonly string[] = []): void {
  expect(markdown.match(MARKER) ?? []).toEqual(markers);
  expect(markdown.match(/<!--/g) ?? []).toHaveLength(markers.length);
  const nodes = nodesOf(parseMarkdown(markdown));
  const links = nodes.flatMap(node => (node.type === 'link' ? node.url : []));
  expect(links.filter(url => !url.startsWith(REPOSITORY))).toEqual([]);
  const html = nodes.flatMap(node =>
    node.type === 'html' ? node.value.replace(/<summary>.*<\/summary>/, '').trim() : [],
  );
  expect(html.filter(value => ![...OURS, ...markers].includes(value))).toEqual([]);
  expect(nodes.filter(({ type }) => THEIRS.includes(type))).toEqual([]);
  expect(textOf(markdown)).not.toMatch(ACTED_ON);
  expect(markdown.replaceAll('\n', '')).not.toMatch(UNSEEN);
  expect(markdown).not.toMatch(/^\s*\/review/im);
}
