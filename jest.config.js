import { join } from 'node:path';

// `npm run test:jest` turns off two of V8's compilers. In Node 24 both lose a process to SIGSEGV now and then, and a suite of
// tests with it: Sparkplug when the garbage collector scans what it compiled (nodejs/node#62393, met with Jest and SWC), Maglev
// while it compiles beside a program that has too few processors (nodejs/node#64841). NODE_OPTIONS does not take these flags.

// What one of the many processes and threads that tests start has compiled, the next need not compile again
// (nodejs.org/api/module.html, "Module compile cache").
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/showwork');

/** @type {import("jest").Config} */
const config = {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'es6' } },
    ],
  },
  testEnvironment: 'node',
  maxWorkers: 2,
  // Modules of a finished file stay in a worker's memory (jestjs.io: "workerIdleMemoryLimit"); a new one begins empty.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 30_000,
};

export default config;
