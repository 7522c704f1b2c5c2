import { PLACE } from './example-reports.ts';
import { ACTED_ON, UNSEEN } from './harmful-patterns.ts';
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
const COMMAND = /^\s*\/review/im;

/**
 * What a stranger's text would do in Markdown that this app wrote: a link, image, markup, mention, reference, command or
 * marker of theirs, one line each. `markers`: those that this app put there, in their order.
 */
export function harmIn(markdown: string, markers: readonly string[] = []): readonly string[] {
  const nodes = nodesOf(parseMarkdown(markdown));
  const links = nodes.flatMap(node => (node.type === 'link' ? node.url : []));
  const html = nodes.flatMap(node =>
    node.type === 'html' ? node.value.replace(/<summary>.*<\/summary>/, '').trim() : [],
  );
  const found = markdown.match(MARKER) ?? [];
  const opened = markdown.match(/<!--/g) ?? [];
  const areOurs = found.length === markers.length && found.every((each, at) => each === markers[at]);
  return [
    ...(areOurs && opened.length === markers.length ? [] : [`markers ${JSON.stringify(found)}`]),
    ...links.filter(url => !url.startsWith(REPOSITORY)).map(url => `link ${JSON.stringify(url)}`),
    ...html
      .filter(value => ![...OURS, ...markers].includes(value))
      .map(value => `markup ${JSON.stringify(value)}`),
    ...nodes.filter(({ type }) => THEIRS.includes(type)).map(({ type }) => `node ${type}`),
    ...matched('text that is acted on', ACTED_ON, textOf(markdown)),
    ...matched('unseen character', UNSEEN, markdown.replaceAll('\n', '')),
    ...matched('command', COMMAND, markdown),
  ];
}

function matched(what: string, pattern: RegExp, text: string): readonly string[] {
  const [found] = pattern.exec(text) ?? [];
  return found === undefined ? [] : [`${what} ${JSON.stringify(found)}`];
}
