import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { EVENTS } from '../src/webhooks/events.ts';

describe('app.yml', () => {
  const text = readFileSync(new URL('../app.yml', import.meta.url), 'utf8');
  const manifest = z
    .object({ default_permissions: z.record(z.string(), z.string()), default_events: z.array(z.string()) })
    .parse(parse(text));

  test('subscribes to the events of the table that are sent on subscription', () => {
    const subscribed = EVENTS.filter(row => row.sent === 'on-subscription').map(row => row.event);
    expect(manifest.default_events.toSorted()).toEqual([...new Set(subscribed)].toSorted());
  });

  test('asks for the permissions of the design, each line after its reason', () => {
    expect(manifest.default_permissions).toEqual({
      checks: 'write',
      contents: 'read',
      pull_requests: 'write',
      issues: 'write',
      metadata: 'read',
    });
    const lines = text.split('\n');
    const names = [
      ...Object.keys(manifest.default_permissions).map(name => `${name}:`),
      ...manifest.default_events.map(event => `- ${event}`),
    ];
    for (const name of names) {
      const line = lines.findIndex(candidate => candidate.trim().startsWith(name));
      expect({ name, before: lines[line - 1]?.trim() }).toEqual({
        name,
        before: expect.stringMatching(/^# /),
      });
    }
  });
});
