/** Other tools that read Markdown, each as its own documentation runs it in process, with a usual set of rules. */
import { TextlintKernel } from '@textlint/kernel';
import markdownPlugin from '@textlint/textlint-plugin-markdown';
import { lint } from 'markdownlint/sync';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import recommended from 'remark-preset-lint-recommended';
import terminology from 'textlint-rule-terminology';
import writeGood from 'textlint-rule-write-good';
import { unified } from 'unified';

export interface Tool {
  readonly name: string;
  /** The key of its figure, without `review.`. */
  readonly key: string;
  readonly read: (text: string) => void | Promise<void>;
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze();
const linter = unified().use(remarkParse).use(remarkGfm).use(recommended).freeze();
const kernel = new TextlintKernel();
const textlintOptions = {
  ext: '.md',
  plugins: [{ pluginId: 'markdown', plugin: markdownPlugin.default }],
  // No preset for English is in wide use; these two rules are.
  rules: Object.entries({ terminology, 'write-good': writeGood.default }).map(([ruleId, rule]) => ({
    ruleId,
    rule,
  })),
};

/** What everything is compared with: the parse that a remark plugin begins with. */
export const PARSE: Tool = {
  name: 'remark-parse + remark-gfm',
  key: 'parse',
  read: text => void parser.parse(text),
};

export const LINTERS: readonly Tool[] = [
  {
    name: 'remark-lint, recommended',
    key: 'RemarkLint',
    read: text => void linter.runSync(linter.parse(text), text),
  },
  {
    name: 'markdownlint, default',
    key: 'Markdownlint',
    read: text => void lint({ strings: { readme: text } }),
  },
  {
    name: 'textlint, terminology and write-good',
    key: 'Textlint',
    read: async text => void (await kernel.lintText(text, textlintOptions)),
  },
];
