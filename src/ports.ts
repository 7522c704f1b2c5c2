/**
 * The seams between the rooms: what the workflow needs from the world. Each port stays under ten methods and has one
 * contract suite in `test/contracts/` that runs on every implementation.
 */
export * from './ports/apps.ts';
export * from './ports/basics.ts';
export * from './ports/dead-letters.ts';
export * from './ports/github.ts';
export * from './ports/github-app.ts';
export * from './ports/observer.ts';
export * from './ports/owner-data.ts';
export * from './ports/queue.ts';
export * from './ports/reviewer.ts';
export * from './ports/seen.ts';
export * from './ports/store.ts';
export * from './ports/store-inspection.ts';
export * from './ports/sweeps.ts';
