/** Credentials as the environment file that `showwork serve` reads, for the owner of the process only. */
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { RegisteredApp } from '../ports.ts';

const OWNER_ONLY = 0o600;

/** One `NAME=value` a line. The key is in base64, which every reader of such files takes as it is. */
export function environmentText(app: RegisteredApp, githubApiUrl: string): string {
  const variables = {
    APP_ID: String(app.id),
    PRIVATE_KEY: Buffer.from(app.privateKey).toString('base64'),
    WEBHOOK_SECRET: app.webhookSecret ?? '',
    GITHUB_BASE_URL: githubApiUrl,
  };
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${quoteWhereNeeded(value)}\n`);
  return lines.join('');
}

/** Node's reader knows these quotes and no escapes in them (nodejs.org/api/environment_variables.html#dotenv). */
const QUOTES = ["'", '"', '`'];

function quoteWhereNeeded(value: string): string {
  if (/^[\w.:/+=-]*$/.test(value)) return value;
  const quote = QUOTES.find(candidate => !value.includes(candidate)) ?? '';
  return quote + value + quote;
}

/** A file that is sure to take the credentials, before there are any. */
export interface ReservedFile {
  /** Makes it the file of that name, in one step. */
  write(text: string): void;
  /** Leaves nothing behind. */
  discard(): void;
}

/** Thrown where a file is there and is not to be replaced. */
export class FileExists extends Error {
  override readonly name = 'FileExists';
}

/** Makes an empty file beside `path`. Throws `FileExists`, or the file system's error where it takes none. */
export function reserveFile(path: string, replace: boolean): ReservedFile {
  if (!replace && existsSync(path)) throw new FileExists(path);
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  closeSync(openSync(draft, 'wx', OWNER_ONLY));
  return {
    write(text) {
      const file = openSync(draft, 'w', OWNER_ONLY);
      try {
        writeSync(file, text);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      if (!replace && existsSync(path)) throw new FileExists(path);
      renameSync(draft, path);
    },
    discard: () => rmSync(draft, { force: true }),
  };
}
