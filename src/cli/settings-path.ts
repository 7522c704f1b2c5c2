/** Where a repository keeps its settings. */
export const SETTINGS_PATH = '.github/showwork.yml';
