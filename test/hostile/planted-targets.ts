/** Targets with a mistake each, so that it is known that the fuzzer finds such mistakes; and one without. */
import type { Target, Work } from '../../scripts/fuzz/target.ts';

export const HIDDEN = ['tide', 'gauge', 'pier', 'storm'];

const PLAIN: Omit<Target, 'name' | 'run'> = {
  turns: 1,
  longest: 40_000,
  seeds: () => ['[a](b)', 'callers wait', '[[]]'],
  dictionary: [...HIDDEN, 'net', 'boat', 'wind', 'winter', 'angler', 'moon', 'rope', 'sail'],
  heads: [''],
};

const holds = (output: string): Work => ({ output, problems: () => [] });

const sound: Target = { ...PLAIN, name: 'sound', run: text => holds(String(text.length)) };

/** Throws where all the hidden words stand in their order, which nobody meets who does not hear how near it comes. */
const branch: Target = {
  ...PLAIN,
  name: 'branch',
  run(text) {
    let at = text.indexOf('tide');
    if (at >= 0) {
      at = text.indexOf('gauge', at);
      if (at >= 0) {
        at = text.indexOf('pier', at);
        if (at >= 0) {
          at = text.indexOf('storm', at);
          if (at >= 0) throw new Error('planted');
        }
      }
    }
    return holds(String(at));
  },
};

/** Looks at all that follows for each bracket. */
const quadratic: Target = {
  ...PLAIN,
  name: 'quadratic',
  seeds: () => ['[[', 'a[]', ']['],
  run(text) {
    let seen = 0;
    for (let at = 0; at < text.length; at += 1) {
      if (text[at] !== '[') continue;
      for (let after = at; after < text.length; after += 1) seen += text.charCodeAt(after) & 1;
    }
    return holds(String(seen));
  },
};

let calls = 0;
const remembering: Target = {
  ...PLAIN,
  name: 'remembering',
  run() {
    calls += 1;
    return holds(String(calls));
  },
};

/** Keeps some kilobytes for each character. */
const hoarding: Target = {
  ...PLAIN,
  name: 'hoarding',
  longest: 200_000,
  seeds: () => ['tide'],
  run(text) {
    const kept: number[][] = [];
    for (const character of text) kept.push(Array.from({ length: 1000 }, () => character.length));
    return holds(String(kept.length));
  },
};

const untrue: Target = {
  ...PLAIN,
  name: 'untrue',
  run: text => ({ output: text, problems: () => (text.includes('](') ? ['link: there is one'] : []) }),
};

export const TARGETS: readonly Target[] = [sound, branch, quadratic, remembering, hoarding, untrue];
