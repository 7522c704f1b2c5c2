import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../src/store/open-sqlite-store.ts';
import type { OpenStore } from '../../src/store/open-store.ts';
import type { QueueLimits } from '../../src/store/queue/queue.ts';
import { createManualTime, type ManualTime } from '../contracts/manual-time.ts';
import type { OpenPorts, StorePorts } from '../contracts/store-ports.ts';
import { type AwaitableLogger, createAwaitableLogger } from './awaitable-logger.ts';

export interface StoreFiles {
  /** Opens the ports on a fresh file. */
  readonly open: OpenPorts;
  /** A path in a fresh folder. */
  newPath(): string;
  /** Opens a store that is closed with the others. */
  openAt(
    path: string,
    options?: { limits?: Partial<QueueLimits> | undefined; time?: ManualTime },
  ): Promise<OpenAt>;
  /** Closes every store and removes every file. */
  cleanUp(): Promise<void>;
}

export interface OpenAt extends OpenStore {
  readonly time: ManualTime;
  readonly logger: AwaitableLogger;
}

/** Databases in folders of their own below the system's temporary one. */
export function createStoreFiles(): StoreFiles {
  const folders: string[] = [];
  const stores: OpenStore[] = [];

  const newPath = () => {
    const folder = mkdtempSync(join(tmpdir(), 'showwork-store-'));
    folders.push(folder);
    return join(folder, 'showwork.sqlite');
  };

  const openAt: StoreFiles['openAt'] = async (path, { limits = {}, time = createManualTime() } = {}) => {
    const logger = createAwaitableLogger();
    const opened = await openSqliteStore({ path, clock: time, setAlarm: time.setAlarm, logger, limits });
    stores.push(opened);
    return { ...opened, time, logger };
  };

  const openPorts = async (path: string, limits: Partial<QueueLimits> | undefined, time: ManualTime) => {
    const opened = await openAt(path, { limits, time });
    const ports: StorePorts = {
      ...opened,
      now: time.now,
      advance: time.advance,
      reopen: async () => {
        await opened.close();
        return openPorts(path, limits, time);
      },
    };
    return ports;
  };

  return {
    open: limits => openPorts(newPath(), limits, createManualTime()),
    newPath,
    openAt,
    cleanUp: async () => {
      for (const store of stores.splice(0)) await store.close();
      for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
    },
  };
}
