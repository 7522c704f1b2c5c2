import type { KnownSettings } from '../../ports.ts';

/** Takes part in the look at an owner's settings that is under way in this process, or begins one. */
export type OwnerLooks = (
  installationId: number,
  look: () => Promise<KnownSettings>,
) => Promise<KnownSettings>;

/** When an app is installed, many repositories of one owner are reviewed at once: one look serves them all. */
export function ownerLooks(): OwnerLooks {
  const underWay = new Map<number, Promise<KnownSettings>>();
  return (installationId, look) => {
    const others = underWay.get(installationId);
    if (others !== undefined) return others;
    const mine = look().finally(() => underWay.delete(installationId));
    underWay.set(installationId, mine);
    return mine;
  };
}
