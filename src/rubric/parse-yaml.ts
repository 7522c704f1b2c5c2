import {
  Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from 'yaml';

/** What is wrong with a text as YAML, whatever it is to say; `offset` counts characters. */
export interface YamlFault {
  readonly offset: number;
  readonly message: string;
  readonly expected: string;
}

export interface ParsedYaml {
  readonly document: Document;
  readonly lineCounter: LineCounter;
  /** The document as plain values; undefined where there are faults. */
  readonly content: unknown;
  readonly faults: readonly YamlFault[];
}

/** Anchors may repeat a few lists; more is an attack on memory. */
const MAX_ALIASES = 50;
/** Lists and maps inside each other; our files need eight. The parser's own limit is the stack, which is no limit to state. */
export const MAX_NESTING = 100;

/** Sentences for mistakes that people make; the parser's own does for the others. */
const FAULTS: Readonly<Record<string, Omit<YamlFault, 'offset'>>> = {
  MULTIPLE_DOCS: { message: 'A second document begins here.', expected: 'one document, without `---`' },
  TAB_AS_INDENT: { message: 'A tab indents this line.', expected: 'spaces' },
};

/** Parses YAML in time that grows with its length, and never throws. */
export function parseYaml(text: string): ParsedYaml {
  const lineCounter = new LineCounter();
  const deep = tooDeep(text);
  if (deep !== null)
    return { document: new Document(), lineCounter: linesOf(text), content: undefined, faults: [deep] };
  const document = parseDocument(text, {
    lineCounter,
    prettyErrors: false,
    logLevel: 'error',
    // The parser compares each key with every other one; `faultsOfNodes` asks a set.
    uniqueKeys: false,
  });
  const broken = [...document.errors, ...document.warnings].map(({ pos, code, message }) => ({
    offset: pos[0],
    ...(FAULTS[code] ?? { message, expected: 'valid YAML' }),
  }));
  const faults = broken.length > 0 ? broken : faultsOfNodes(document);
  if (faults.length > 0) return { document, lineCounter, content: undefined, faults };
  try {
    return { document, lineCounter, content: document.toJS({ maxAliasCount: MAX_ALIASES }), faults };
  } catch {
    const fault = { offset: 0, message: 'Too many aliases.', expected: `at most ${MAX_ALIASES} aliases` };
    return { document, lineCounter, content: undefined, faults: [fault] };
  }
}

/** Where lines begin in a text that the parser has not seen. */
function linesOf(text: string): LineCounter {
  const lineCounter = new LineCounter();
  lineCounter.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lineCounter.addNewLine(index + 1);
  return lineCounter;
}

/**
 * Brackets that are open at the same time, and what indents a line, bound how deep a document nests: each level takes
 * one of them. Counted without regard to quotes, in which nobody leaves a hundred brackets open.
 */
function tooDeep(text: string): YamlFault | null {
  let open = 0;
  let indent = 0;
  let indenting = true;
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text.charAt(offset);
    if (character === '\n') {
      indent = 0;
      indenting = true;
      continue;
    }
    indenting &&= ' -?:'.includes(character);
    if (indenting) indent += 1;
    if (character === '[' || character === '{') open += 1;
    if (character === ']' || character === '}') open = Math.max(0, open - 1);
    if (open <= MAX_NESTING && indent <= 2 * MAX_NESTING) continue;
    return { offset, message: 'This nests too deeply.', expected: `at most ${MAX_NESTING} levels` };
  }
  return null;
}

/** Keys that would hide one another or what objects have by nature, keys that are no text, aliases of nothing. */
function faultsOfNodes(document: Document): readonly YamlFault[] {
  const faults: YamlFault[] = [];
  const anchors = new Set<string>();
  visit(document, {
    Node(_, node) {
      if (isMap(node)) faults.push(...faultsOfKeys(node.items));
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.add(node.anchor);
      } else if (!anchors.has(node.source)) {
        const message = `Nothing above is called \`&${node.source}\`.`;
        faults.push({ offset: startOf(node), message, expected: 'an anchor that stands above' });
      }
    },
  });
  return faults;
}

function faultsOfKeys(pairs: readonly Pair[]): readonly YamlFault[] {
  const seen = new Set<string>();
  return pairs.flatMap(({ key }) => {
    const offset = isNode(key) ? startOf(key) : 0;
    if (!isScalar(key))
      return [{ offset, message: 'A key is no name.', expected: 'a name before the colon' }];
    const name = String(key.value);
    if (name === '__proto__') {
      return [{ offset, message: `Unknown key \`${name}\`.`, expected: 'a key of this file' }];
    }
    if (seen.has(name))
      return [{ offset, message: `\`${name}\` is already there.`, expected: 'each key once' }];
    seen.add(name);
    return [];
  });
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
