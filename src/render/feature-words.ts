/** The names of what the model notices in a passage, in words. */

/** Names of the form `kind:what`. */
const KINDS: ReadonlyMap<string, (what: string) => string> = new Map([
  ['signal', what => `it ${spaced(what)}`],
  ['cue', what => `a cue for ${spaced(what)}`],
  ['words', what => `a word of class ${spaced(what)}`],
  ['heading', what => `its heading speaks of ${spaced(what)}`],
  ['under', what => `a heading above it speaks of ${spaced(what)}`],
  ['headed-by', what => `it stands in a part on ${spaced(what)}`],
  ['zone', what => `it stands in a part on ${spaced(what)}`],
  ['kind', what => `its form: ${spaced(what)}`],
  ['points', what => `its points for ${spaced(what)}`],
  ['points>=1', what => `1 point or more for ${spaced(what)}`],
  ['points>=2', what => `2 points or more for ${spaced(what)}`],
]);

const SHAPES: ReadonlyMap<string, string> = new Map([
  ['words:figure', 'a figure in a sentence'],
  ['log-words', 'its number of words'],
  ['sentences', 'its number of sentences'],
  ['blocks', 'its number of blocks'],
  ['log-blocks', 'its number of blocks, by doublings'],
  ['position', 'how far down it stands'],
  ['opening', 'it opens the README'],
  ['lead', 'it stands under the title'],
  ['title', 'it is the title'],
  ['table-head', 'the head of a table'],
  ['arrow', 'an arrow'],
  ['tree', 'a tree of folders'],
  ['link', 'a link'],
  ['image', 'an image'],
  ['figure', 'a figure'],
  ['figures', 'three figures or more'],
  ['question-mark', 'a question mark'],
]);

const LENGTH = /^words>=(\d+)$/;

/** What a feature's name stands for; a name that is not known here is shown as it is. */
export function featureWords(name: string): string {
  const shape = SHAPES.get(name);
  if (shape !== undefined) return shape;
  const [, length] = LENGTH.exec(name) ?? [];
  if (length !== undefined) return `${length} words or more`;
  const colon = name.indexOf(':');
  return KINDS.get(name.slice(0, colon))?.(name.slice(colon + 1)) ?? name;
}

/** A signal's id as words. */
export function signalWords(id: string): string {
  return spaced(id);
}

function spaced(id: string): string {
  return id.replaceAll('-', ' ');
}
