import { ServerResponse } from 'node:http';

/** The process ends, as by kill -9, where it would answer that it has taken a webhook in. */
export function endBeforeAnswer(): void {
  const writeHead = ServerResponse.prototype.writeHead;
  ServerResponse.prototype.writeHead = function endOr202(this: ServerResponse, ...head: unknown[]) {
    if (head[0] === 202) process.kill(process.pid, 'SIGKILL');
    return Reflect.apply(writeHead, this, head);
  };
}
