import { NO_CHANGES } from '../rubric/rubric-changes.ts';
import type { Settings } from './settings.ts';

/** What is in force where nobody says otherwise (PRODUCT: branches of bots and of published pages are left alone). */
export const BUILTIN_SETTINGS: Settings = {
  enabled: true,
  branches: ['**', '!gh-pages', '!dependabot/**', '!renovate/**'],
  projectType: null,
  readmes: [],
  enforce: false,
  comments: true,
  dashboard: false,
  accept: {},
  rubric: NO_CHANGES,
};
