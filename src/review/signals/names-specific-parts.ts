import { defineSignal } from './define-signal.ts';

const IDENTIFIER =
  /`[^`]{2,60}`|\b[A-Z][a-z]+[A-Z]\w+|\b[A-Z]{2}[-\w]*\d|\b\d[\d.,]*\s?[kKmM]?\s(?:rows|records|images|documents|features|classes|samples|chunks|tokens|layers|epochs|pages|users|trees|columns|videos|questions)\b/g;

/**
 * Looks for: at least two things that only this project has: its modules, parameters, sizes.
 * Why a reader cares: "uses machine learning" could be anyone's; named parts are this project's own.
 * Not to be taken for it: paths in commands, badges.
 */
export const namesSpecificParts = defineSignal({
  id: 'names-specific-parts',
  question: 'Does it name parts, sizes or parameters of this very project?',
  look: block =>
    block.kind !== 'code' &&
    block.wordCount >= 6 &&
    (block.text.slice(0, 2000).match(IDENTIFIER)?.length ?? 0) >= 2 &&
    !block.sentences.some(sentence => sentence.has('command')),
  examples: {
    yes: ['`ingest.py` splits the leaflets and writes 800 chunks to ChromaDB.'],
    no: [
      'It uses machine learning to give good answers to users.',
      'Run `pip install -r requirements.txt` in `app`.',
    ],
  },
});
