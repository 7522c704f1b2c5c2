import { readFileSync } from 'node:fs';

/** Ticks a second in what the kernel tells of processes: USER_HZ, 100 on Linux (proc_pid_stat(5)). */
const TICK_MS = 10;

/** Milliseconds of processor that a process has used, all its threads together; NaN where there is no /proc. */
export function cpuTimeMs(pid: number): number {
  try {
    // The second field is a name in parentheses; utime and stime are the 14th and 15th.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return Number.NaN;
  }
}
