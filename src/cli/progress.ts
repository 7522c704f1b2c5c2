/** From this many paths on, somebody who waits wants to see how far it is. */
const MANY = 10;
const ERASE_LINE = '\r\u001b[2K';

interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface Progress {
  /** One more path is done. */
  step(): void;
  /** Takes the line away, so that something else can be written. */
  clear(): void;
}

/** A line that counts on a terminal, and nothing where there is none or where there is little to count. */
export function showProgress(screen: Screen, total: number): Progress {
  if (screen.isTTY !== true || total < MANY) return { step() {}, clear() {} };
  let done = 0;
  return {
    step() {
      done += 1;
      if (done < total) screen.write(`${ERASE_LINE}${done} of ${total} reviewed`);
    },
    clear() {
      screen.write(ERASE_LINE);
    },
  };
}
