import type { Delivery, Store } from '../../src/ports.ts';

/** What intake needs of the store, as a list: every delivery once, in the order of its arrival. */
export interface RecordingStore extends Pick<Store, 'accept'> {
  readonly deliveries: readonly Delivery[];
  /** From now on `accept` rejects with this. */
  failWith(error: Error): void;
}

export function createRecordingStore(): RecordingStore {
  const deliveries: Delivery[] = [];
  let failure: Error | undefined;
  return {
    deliveries,
    failWith(error) {
      failure = error;
    },
    async accept(delivery) {
      if (failure !== undefined) throw failure;
      if (deliveries.some(known => known.id === delivery.id)) return 'duplicate';
      deliveries.push(delivery);
      return 'accepted';
    },
  };
}
