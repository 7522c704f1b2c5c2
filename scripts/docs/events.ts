import { EVENTS } from '../../src/webhooks/events.ts';
import { IGNORED_EVENTS } from '../../src/webhooks/ignored-events.ts';

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

export function eventsDocument(): string {
  const handled = EVENTS.map(({ event, actions, sent, does, except }) => {
    const when = actions === null ? '' : actions.map(action => `\`${action}\``).join(', ');
    const how = sent === 'on-subscription' ? 'on subscription' : 'unasked';
    return `| \`${event}\` | ${when} | ${how} | ${sentence(does)} | ${except.map(sentence).join(' ')} |`;
  });
  const ignored = [...IGNORED_EVENTS].map(([event, reason]) => `| \`${event}\` | ${sentence(reason)} |`);
  return [
    '# Events',
    '',
    'Made from `src/webhooks/` by `npm run docs`. What GitHub sends, and what becomes of it. Events marked *on subscription* stand in',
    '`app.yml`; GitHub sends the others to every app with these permissions.',
    '',
    '| Event | Actions | Sent | What it does | Left alone |',
    '|---|---|---|---|---|',
    ...handled,
    '',
    '## Left alone',
    '',
    'The answer to the webhook gives the reason. A row without an action covers the actions that have no row of their own; events that are',
    'not here are not acted on at all.',
    '',
    '| Event | Why |',
    '|---|---|',
    ...ignored,
    '',
  ].join('\n');
}
