// `npm run test:jest` turns off two of V8's compilers. In Node 24 both lose a process to SIGSEGV now and then, and a suite of
// tests with it: Sparkplug when the garbage collector scans what it compiled (nodejs/node#62393, met with Jest and SWC), Maglev
// while it compiles beside a program that has too few processors (nodejs/node#64841). NODE_OPTIONS does not take these flags.
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
