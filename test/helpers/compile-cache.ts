/** For the environment of processes that tests start with nothing else from their own: where compiled code is kept (`jest.config.js`). */
const { NODE_COMPILE_CACHE } = process.env;

export const COMPILE_CACHE: Readonly<Record<string, string>> =
  NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE };
