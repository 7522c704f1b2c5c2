import type { Invariant } from '../history.ts';

/** What was answered with 202 stands in the store, whatever happened then. */
export const nothingLost: Invariant = ({ deliveries }) =>
  deliveries.filter(({ accepted, stored }) => accepted && !stored).map(({ id }) => `delivery ${id} is lost`);
