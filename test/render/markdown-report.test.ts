import { expect, test } from '@jest/globals';
import { renderMarkdown } from '../../src/render/markdown-report.ts';
import { exampleReport } from '../helpers/example-reports.ts';
import { typesOf } from '../helpers/parse-markdown.ts';

test('is the check run’s summary without addresses and without its foot', () => {
  const text = renderMarkdown(exampleReport());
  expect(text).toContain('**4 of 5 documented** in `README.md`');
  expect(text).toContain('| **The problem** | ● present | lines 3–5 |');
  expect(typesOf(text).has('link')).toBe(false);
  expect(text).not.toContain('GitHub Apps');
});
