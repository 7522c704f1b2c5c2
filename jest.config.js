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
