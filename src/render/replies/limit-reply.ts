import { LIMITED } from './wording.ts';

const MINUTE_MS = 60_000;

/** Says from when on commands are taken again, such as `2026-03-02 14:05 UTC`: never a moment too early. */
export function limitReply(why: 'cooldown' | 'daily-limit', until: Date): string {
  const minute = new Date(Math.ceil(until.getTime() / MINUTE_MS) * MINUTE_MS);
  const time = minute.toISOString().slice(0, 16).replace('T', ' ');
  return `${LIMITED[why]} ${time} UTC. ${LIMITED.pushes}`;
}
