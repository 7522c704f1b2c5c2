import { MAX_BUFFERED_BYTES, MIN_CHUNK_BYTES } from './limits.ts';

/** What one body holds that is being read. */
export interface Holding {
  /** Counts a chunk that is kept. False where this body had to give way for want of room; it holds nothing then. */
  grow(chunkBytes: number): boolean;
  /** The body is no longer being read. */
  release(): void;
}

/** What all bodies hold that one server is reading at this moment. */
export interface Buffered {
  readonly bytes: number;
  /** `giveWay` is called when others need the room. */
  hold(giveWay: () => void): Holding;
}

interface Body {
  bytes: number;
  readonly giveWay: () => void;
}

/**
 * Where there is no room for more, the body that holds most gives way: a flood of large or endless bodies turns itself
 * out, and an ordinary delivery finds room.
 */
export function createBuffered(most = MAX_BUFFERED_BYTES): Buffered {
  const bodies = new Set<Body>();
  let total = 0;

  function remove(body: Body): void {
    if (bodies.delete(body)) total -= body.bytes;
  }

  return {
    get bytes() {
      return total;
    },
    hold(giveWay) {
      const own: Body = { bytes: 0, giveWay };
      bodies.add(own);
      return {
        grow(chunkBytes) {
          const added = Math.max(chunkBytes, MIN_CHUNK_BYTES);
          own.bytes += added;
          total += added;
          while (total > most) {
            const largest = largestOf(bodies, own);
            remove(largest);
            if (largest === own) return false;
            largest.giveWay();
          }
          return true;
        },
        release: () => remove(own),
      };
    },
  };
}

function largestOf(bodies: ReadonlySet<Body>, first: Body): Body {
  let largest = first;
  for (const body of bodies) if (body.bytes > largest.bytes) largest = body;
  return largest;
}
