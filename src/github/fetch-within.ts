/** `fetch` with a limit for one request, from the first byte sent to the last byte read. Milliseconds. */
export function fetchWithin(timeoutMs: number): typeof fetch {
  return (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(timeoutMs) });
}
