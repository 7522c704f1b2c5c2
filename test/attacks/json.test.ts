/** Signed payloads with what strangers might get into them: GitHub signs what they write. */
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { MAX_NAME_CHARACTERS } from '../../src/webhooks/payload.ts';
import { createPostgresSchemas, describeOnPostgres } from '../store/postgres-schemas.ts';
import { startTarget, type Target } from './target.ts';
import { exchange, onTheWire, signedLines, statusOf } from './wire.ts';

const schemas = createPostgresSchemas();
afterEach(schemas.cleanUp);
afterAll(schemas.drop);

const HEAD = 'c0ffee'.padEnd(40, '0');
const REPOSITORY =
  '"id":7,"name":"portfolio","owner":{"login":"ada"},"default_branch":"main","private":false,"pushed_at":1700000000';

/** A push as JSON text, with these parts in place of its own. */
function push(
  parts: { ref?: string; installation?: string; repository?: string; more?: string } = {},
): string {
  const { ref = '"refs/heads/main"', installation = '3', repository = REPOSITORY, more = '' } = parts;
  return `{"ref":${ref},"after":"${HEAD}","deleted":false,"installation":{"id":${installation}},"repository":{${repository}}${more}}`;
}
const named = (name: string) => push({ repository: REPOSITORY.replace('"portfolio"', name) });
const DEEP = 100_000;

const PAYLOADS: readonly [what: string, payload: string, status: number][] = [
  ['as it should be', push(), 202],
  ['a prototype as a key', push({ more: ',"__proto__":{"polluted":true,"ref":"x"}' }), 202],
  ['a constructor as a key', push({ more: ',"constructor":{"prototype":{"polluted":true}}' }), 202],
  [
    'a prototype in a part that is read',
    push({ repository: `"__proto__":{"polluted":true},${REPOSITORY}` }),
    202,
  ],
  ['a prototype in place of a part', `{"__proto__":${push()}}`, 202],
  ['arrays a hundred thousand deep', push({ more: `,"x":${'['.repeat(DEEP)}${']'.repeat(DEEP)}` }), 202],
  [
    'objects a hundred thousand deep',
    push({ more: `,"x":${'{"x":'.repeat(DEEP)}1${'}'.repeat(DEEP)}` }),
    202,
  ],
  ['depth in place of a name', named(`${'['.repeat(DEEP)}${']'.repeat(DEEP)}`), 422],
  [
    'a hundred thousand keys',
    push({ more: Array.from({ length: DEEP }, (_, key) => `,"${key}":0`).join('') }),
    202,
  ],
  ['a key twice: the last counts', push({ more: ',"ref":"refs/tags/v1"' }), 202],
  ['the largest whole number', push({ installation: String(Number.MAX_SAFE_INTEGER) }), 202],
  ['one more', push({ installation: '9007199254740992' }), 422],
  ['a number beyond all numbers', push({ installation: '1e400' }), 422],
  ['a number of a hundred thousand digits', push({ installation: '9'.repeat(DEEP) }), 422],
  ['a number below one', push({ installation: '-3' }), 422],
  ['half a number', push({ installation: '3.5' }), 422],
  ['a number as text', push({ installation: '"3"' }), 422],
  ['a time beyond all times', push({ repository: REPOSITORY.replace('1700000000', '1e300') }), 422],
  ['a NUL in a branch', push({ ref: '"refs/heads/a\\u0000b"' }), 422],
  ['a NUL in a name', named('"a\\u0000b"'), 422],
  ['half a character in a branch', push({ ref: '"refs/heads/\\ud800"' }), 422],
  ['half a character in a name', named('"\\udfff"'), 422],
  ['a name as long as any', named(`"${'x'.repeat(MAX_NAME_CHARACTERS)}"`), 202],
  ['one character longer', named(`"${'x'.repeat(MAX_NAME_CHARACTERS + 1)}"`), 422],
  ['a name of a megabyte', named(`"${'x'.repeat(1_000_000)}"`), 422],
  ['a branch of a megabyte', push({ ref: `"refs/heads/${'x'.repeat(1_000_000)}"` }), 422],
  ['no name', named('""'), 422],
];

function suite(start: () => Promise<Target>): void {
  let target: Target;
  beforeEach(async () => {
    target = await start();
  });
  afterEach(() => target.close());

  test('each is answered as it should be, all at once, beside a delivery that is', async () => {
    const send = async ([what, body]: (typeof PAYLOADS)[number], index: number) => {
      const headers = signedLines(target.secret, body, {
        'x-github-event': 'push',
        'x-github-delivery': `json-${index}`,
      });
      return [what, statusOf(await exchange(target.port, onTheWire({ headers, body })))];
    };
    const [honest, ...answers] = await Promise.all([target.deliverHonestly(), ...PAYLOADS.map(send)]);
    expect(answers).toEqual(PAYLOADS.map(([what, _, status]) => [what, status]));
    expect(honest).toBe(202);
    expect({}).not.toHaveProperty('polluted');
    expect(target.logger.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
}

describe('on the embedded database', () => suite(() => startTarget()));
describeOnPostgres('on PostgreSQL', () => suite(async () => startTarget(await schemas.newUrl())));
