import type { Reviewer, SettingsBlob } from '../../ports.ts';
import type { SettingsReading } from '../../settings/settings.ts';

/** How many pairs of files are kept: as many repositories as are reviewed about the same time. */
const KEPT = 200;

export interface SettingsReadings {
  /** What two settings files come to: read once for each pair of blobs. */
  read(files: {
    readonly organisation: SettingsBlob | null;
    readonly repository: SettingsBlob | null;
  }): Promise<SettingsReading>;
  clear(): void;
}

/** Files by their blob ids, the oldest dropped first. An id names its bytes, so that nothing can become stale. */
export function settingsReadings(reviewer: Pick<Reviewer, 'readSettings'>): SettingsReadings {
  const kept = new Map<string, SettingsReading>();
  return {
    async read(files) {
      const key = JSON.stringify(
        [files.organisation, files.repository].map(file => file && [file.fileName, file.sha]),
      );
      const known = kept.get(key);
      if (known !== undefined) return known;
      const reading = await reviewer.readSettings(files);
      const [oldest] = kept.keys();
      if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
      kept.set(key, reading);
      return reading;
    },
    clear: () => kept.clear(),
  };
}
