import { describe, expect, test } from '@jest/globals';
import { BorrowedText } from '../../src/review/words/borrowed-text.ts';
import { isKeywordList } from '../../src/review/words/is-keyword-list.ts';
import { wordsOf } from '../../src/review/words/tokenise.ts';

describe('a list of keywords', () => {
  test.each([
    ['RAG, Docker, trade-offs, accuracy', 'paragraph', true],
    ['Keywords: RAG | LangChain | vector search | evaluation.', 'paragraph', true],
    ['檢索, 模型, 評估, 部署', 'paragraph', true],
    ['Docker', 'list-item', true],
    ['Takeaway:', 'list-item', true],
    ['Docker, because the grader has no Python', 'list-item', false],
    ['RAG, Docker, testing', 'paragraph', false],
    ['F1 0.91, AUC 0.88, recall 0.79, precision 0.9', 'paragraph', false],
    ['I tried BM25, TF-IDF, embeddings, and kept the first of them.', 'paragraph', false],
    ['BM25 | dense | both | none', 'table-row', false],
  ])('%j as a %s: %s', (text, kind, expected) => {
    expect(isKeywordList(text, kind)).toBe(expected);
  });
});

describe('copied text', () => {
  const borrowed = new BorrowedText({
    singular: ['Query rewriting made retrieval worse, so I removed it.', 'Why that, and what else?'],
    common: ['The data is split into 80 % training and 20 % test.'],
  });

  test.each([
    ['Query rewriting made retrieval worse, so I removed it.', true],
    ['QUERY REWRITING MADE RETRIEVAL WORSE SO I REMOVED IT', true],
    ['Honestly, query rewriting made retrieval worse, so I removed it', true],
    ['Why that, and what else?', true],
    ['Query expansion made it worse, so I removed it.', false],
    ['The data is split into 80 % training and 20 % test.', true],
    ['The data is split into 70 % training and 30 % test.', false],
    ['Why?', false],
  ])('%j: %s', (sentence, expected) => {
    expect(borrowed.holds(wordsOf(sentence))).toBe(expected);
  });
});
