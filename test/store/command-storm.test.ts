/** However many comments a repository gets, the rows about them are bounded. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { KEPT_DECLINES } from '../../src/store/command-declines.ts';
import { COMMANDS_PER_THREAD, COOLDOWN_MS, DAY_MS } from '../../src/store/command-limits.ts';
import { KEPT_USES } from '../../src/store/command-uses.ts';
import { REPOSITORY, repository } from '../contracts/examples.ts';
import { changeRows, readRows } from './raw-database.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

const { repositoryId } = REPOSITORY;
const other = repository({ repositoryId: repositoryId + 1 });
const comment = (commentId: number, of = REPOSITORY) => ({ repository: of, issueNumber: 5, commentId });

/** So many rows like the newest one of the repository, with comment ids from 10,000 on, at the same time. */
const repeat = (table: string, columns: string, times: number) => `
  with recursive n(i) as (select 1 union all select i + 1 from n where i < ${times})
  insert into ${table} (repository_id, comment_id, ${columns})
    select repository_id, 10000 + i, ${columns} from n, (
      select * from ${table} where repository_id = ${repositoryId} order by comment_id desc limit 1)`;

const countIn = (path: string, table: string, where = 'true') =>
  readRows(
    path,
    `select count(*) as n from ${table} where repository_id = ${repositoryId} and ${where}`,
  )[0]?.['n'];

async function open() {
  const path = files.newPath();
  return { path, ...(await files.openAt(path)) };
}

describe('of commands', () => {
  const COLUMNS = 'issue_number, used_at, refused, refused_until, told';

  test(`the newest ${KEPT_USES} stay, and first of all those that count`, async () => {
    const { path, commands, time } = await open();
    await commands.take(comment(1, other));
    for (let id = 1; id <= COMMANDS_PER_THREAD; id += 1) await commands.take(comment(id));
    expect(await commands.take(comment(6))).toMatchObject({ tell: true });
    time.advance(1);
    await commands.take(comment(7));
    changeRows(path, repeat('command_uses', COLUMNS, KEPT_USES - 7));
    expect(countIn(path, 'command_uses')).toBe(KEPT_USES);
    await commands.take(comment(20_000));
    expect(countIn(path, 'command_uses')).toBe(KEPT_USES);
    expect(countIn(path, 'command_uses', 'refused is null')).toBe(COMMANDS_PER_THREAD);
    expect(await commands.take(comment(20_001))).toMatchObject({ kind: 'refused', tell: false });
    expect(readRows(path, 'select repository_id from command_uses where comment_id = 1')).toHaveLength(2);
  });

  test('what is a day old goes when a new one is written', async () => {
    const { path, commands, time } = await open();
    await commands.take(comment(1));
    await commands.take(comment(1, other));
    time.advance(DAY_MS - 1);
    await commands.take(comment(2));
    expect(countIn(path, 'command_uses')).toBe(2);
    time.advance(1);
    await commands.take(comment(3));
    expect(readRows(path, 'select comment_id from command_uses order by 1')).toEqual([
      { comment_id: 1 },
      { comment_id: 2 },
      { comment_id: 3 },
    ]);
    expect(countIn(path, 'command_uses')).toBe(2);
  });
});

describe('of declined comments', () => {
  const COLUMNS = 'issue_number, author, declined_at, told';
  const decline = (commentId: number) => ({ ...comment(commentId), author: 'mallory' });

  test(`the newest ${KEPT_DECLINES} stay, and who was told is not told again`, async () => {
    const { path, commands, time } = await open();
    expect(await commands.mayDecline(decline(1))).toBe(true);
    time.advance(COOLDOWN_MS);
    expect(await commands.mayDecline(decline(2))).toBe(false);
    changeRows(path, repeat('command_declines', COLUMNS, KEPT_DECLINES - 2));
    expect(await commands.mayDecline(decline(20_000))).toBe(false);
    expect(countIn(path, 'command_declines')).toBe(KEPT_DECLINES);
    expect(await commands.mayDecline(decline(20_001))).toBe(false);
    expect(await commands.mayDecline(decline(1))).toBe(true);
  });

  test('what is a day old goes when a new one is written', async () => {
    const { path, commands, time } = await open();
    await commands.mayDecline(decline(1));
    time.advance(DAY_MS);
    await commands.mayDecline(decline(2));
    expect(readRows(path, 'select comment_id from command_declines')).toEqual([{ comment_id: 2 }]);
  });
});
