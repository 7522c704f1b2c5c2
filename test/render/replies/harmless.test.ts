import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { COMMANDS } from '../../../src/commands/kinds/index.ts';
import { readComment } from '../../../src/commands/read-comment.ts';
import { asReply } from '../../../src/render/replies/author-word-replies.ts';
import { helpReply } from '../../../src/render/replies/help-reply.ts';
import { limitReply } from '../../../src/render/replies/limit-reply.ts';
import { incompleteReply, unknownReply } from '../../../src/render/replies/misread-replies.ts';
import { DECLINED, othersNote } from '../../../src/render/replies/wording.ts';
import { ACTED_ON, UNSEEN } from '../../helpers/harmful-patterns.ts';
import { hostileText } from '../../helpers/hostile-text.ts';
import { nodesOf, parseMarkdown, textOf, typesOf } from '../../helpers/parse-markdown.ts';
import { repliesAround } from './example-replies.ts';

/** All that a reply is made of: no HTML, no image, no heading. */
const PLAIN = new Set([
  ...['root', 'paragraph', 'text', 'inlineCode', 'strong', 'link', 'break', 'code', 'blockquote'],
  ...['list', 'listItem', 'table', 'tableRow', 'tableCell'],
]);

function expectHarmless(reply: string): void {
  const unexpected = [...typesOf(reply)].filter(type => !PLAIN.has(type));
  expect({ reply, unexpected }).toEqual({ reply, unexpected: [] });
  expect(textOf(reply)).not.toMatch(ACTED_ON);
  expect(reply.replaceAll('\n', '')).not.toMatch(UNSEEN);
  expect(reply).not.toMatch(/^\s*\/review/im);
  expect(readComment(reply)).toBeNull();
  for (const node of nodesOf(parseMarkdown(reply)))
    if (node.type === 'link') expect(node.url).toMatch(/^https:\/\/github\.example\/ada\//);
}

describe('a reply does nothing but say something', () => {
  test('around hostile text', () => {
    fc.assert(
      fc.property(hostileText, text => {
        for (const reply of repliesAround(text)) expectHarmless(reply);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    '\n/review',
    '/review accept x because y',
    '"\n/REVIEW help\n',
    '```\n/review\n',
    'a\u2028/review',
  ])('around a command: %j', text => {
    for (const reply of repliesAround(text)) expectHarmless(reply);
  });

  test('where it is all our own', () => {
    const usages = COMMANDS.flatMap(({ usage, example }) => [
      unknownReply(usage),
      incompleteReply(usage, example),
    ]);
    const replies = [
      ...Object.values(DECLINED),
      ...usages,
      helpReply(COMMANDS),
      othersNote(1),
      limitReply('cooldown', new Date(0)),
      asReply({ projectType: null, scope: 'repository' }),
    ];
    for (const reply of replies) expectHarmless(reply);
  });
});
