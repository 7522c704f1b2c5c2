/** The package's own folder, seen from `src/engine/` and, built, from `dist/engine/`. */
export const PACKAGE_ROOT = new URL('../../', import.meta.url);
