import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { readBuiltinRubrics } from '../engine/builtin-rubric.ts';
import type { Rubrics } from '../rubric/rubrics.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { SettingsReading, SettingsRequest, SettingsText } from '../settings/settings.ts';
import { MAX_SETTINGS_BYTES } from '../settings/settings-file.ts';
import { isAbsent } from './file-problem.ts';
import { SETTINGS_PATH } from './settings-path.ts';

export type ReadSettings = (request: SettingsRequest) => SettingsReading;

/**
 * Reads settings by the rubrics that ship, which are loaded when the first file is there.
 * @throws ShowworkError RUBRIC_INVALID
 */
export function builtinSettingsReader(): ReadSettings {
  let rubrics: Rubrics | undefined;
  return request => {
    rubrics ??= readBuiltinRubrics();
    return readSettings(request, rubrics);
  };
}

/** The settings file of a repository's folder; null where there is none. Throws the file system's error. */
export async function settingsOfFolder(folder: string): Promise<SettingsText | null> {
  try {
    return await readSettingsText(join(folder, SETTINGS_PATH));
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

/** A settings file, cut where it is too large to be one. Throws the file system's error. */
export async function readSettingsText(path: string): Promise<SettingsText> {
  const file = await open(path);
  try {
    const buffer = new Uint8Array(MAX_SETTINGS_BYTES + 1);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return { fileName: path, text: new TextDecoder().decode(buffer.subarray(0, bytesRead)) };
  } finally {
    await file.close();
  }
}
