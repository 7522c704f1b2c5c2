/** L-BFGS (Nocedal and Wright, Numerical Optimization, algorithm 7.5) with a backtracking line search. Deterministic. */

/** Value at `point`; writes the gradient into `gradient`. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

const MEMORY = 8;
const MAX_STEPS = 60;
/** Stop where a step gains less than this share of the value. */
const LEAST_GAIN = 1e-4;
/** Armijo's condition, and how often a step is halved before giving up. */
const ENOUGH_DECREASE = 1e-4;
const MAX_HALVINGS = 20;
const LEAST_CURVATURE = 1e-12;

interface State {
  readonly point: Float64Array;
  readonly gradient: Float64Array;
  readonly value: number;
}

interface Correction {
  readonly step: Float64Array;
  readonly change: Float64Array;
  readonly scale: number;
}

/** Minimises a smooth convex function from zero. */
export function minimize(dimension: number, objective: Objective): Float64Array {
  const gradient = new Float64Array(dimension);
  const origin = new Float64Array(dimension);
  let state: State = { point: origin, gradient, value: objective(origin, gradient) };
  const corrections: Correction[] = [];
  for (let count = 0; count < MAX_STEPS; count += 1) {
    const direction = descent(state.gradient, corrections);
    const found = search(objective, state, direction, corrections.length === 0);
    if (found === null) break;
    const step = subtract(found.point, state.point);
    const change = subtract(found.gradient, state.gradient);
    const curvature = dot(step, change);
    if (curvature > LEAST_CURVATURE) corrections.push({ step, change, scale: 1 / curvature });
    if (corrections.length > MEMORY) corrections.shift();
    const gain = state.value - found.value;
    state = found;
    if (gain < LEAST_GAIN * Math.abs(found.value)) break;
  }
  return state.point;
}

/** The two-loop recursion: minus the gradient, bent by what the last steps told of the curvature. */
function descent(gradient: Float64Array, corrections: readonly Correction[]): Float64Array {
  const direction = gradient.map(slope => -slope);
  const weights: number[] = [];
  for (const { step, change, scale } of corrections.toReversed()) {
    const weight = scale * dot(step, direction);
    weights.push(weight);
    addTo(direction, change, -weight);
  }
  const newest = corrections.at(-1);
  if (newest !== undefined) {
    const size = 1 / (newest.scale * dot(newest.change, newest.change));
    for (let index = 0; index < direction.length; index += 1)
      direction[index] = (direction[index] ?? 0) * size;
  }
  for (const { step, change, scale } of corrections) {
    const weight = weights.pop() ?? 0;
    addTo(direction, step, weight - scale * dot(change, direction));
  }
  return direction;
}

function search(
  objective: Objective,
  { point: from, gradient: slopes, value }: State,
  direction: Float64Array,
  isFirst: boolean,
): State | null {
  const slope = dot(slopes, direction);
  if (slope >= 0) return null;
  let length = isFirst ? 1 / Math.sqrt(dot(slopes, slopes)) : 1;
  for (let halving = 0; halving < MAX_HALVINGS; halving += 1) {
    const point = Float64Array.from(from);
    addTo(point, direction, length);
    const gradient = new Float64Array(point.length);
    const there = objective(point, gradient);
    if (there <= value + ENOUGH_DECREASE * length * slope) return { point, gradient, value: there };
    length /= 2;
  }
  return null;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

function addTo(target: Float64Array, other: Float64Array, factor: number): void {
  for (let index = 0; index < target.length; index += 1) {
    target[index] = (target[index] ?? 0) + factor * (other[index] ?? 0);
  }
}

function subtract(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, index) => value - (b[index] ?? 0));
}
