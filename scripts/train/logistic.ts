/** Logistic regression over sparse rows, with a weight for each row and a quadratic penalty. */
import { minimize } from './minimize.ts';

/** Rows of sparse features, in compressed form: row r holds the entries `starts[r]` to `starts[r + 1]`. */
export interface SparseRows {
  readonly width: number;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

export interface LinearWeights {
  readonly weights: Float64Array;
  readonly bias: number;
}

export interface Example {
  readonly row: number;
  readonly positive: boolean;
  readonly weight: number;
}

/** Minimises |w|²/2 + `strength` · Σ weight · log loss. The bias is not held back. */
export function trainLogistic(
  rows: SparseRows,
  examples: readonly Example[],
  strength: number,
): LinearWeights {
  const { width } = rows;
  const point = minimize(width + 1, (at, gradient) => {
    let value = 0;
    for (let column = 0; column < width; column += 1) {
      const weight = at[column] ?? 0;
      value += (weight * weight) / 2;
      gradient[column] = weight;
    }
    gradient[width] = 0;
    const bias = at[width] ?? 0;
    for (const { row, positive, weight } of examples) {
      const sign = positive ? 1 : -1;
      const margin = sign * (product(rows, row, at) + bias);
      value += strength * weight * softplus(-margin);
      const slope = (-sign * strength * weight) / (1 + Math.exp(margin));
      addRow(rows, row, slope, gradient);
      gradient[width] = (gradient[width] ?? 0) + slope;
    }
    return value;
  });
  return { weights: point.slice(0, width), bias: point[width] ?? 0 };
}

/** Scores of all rows. */
export function scoreRows(rows: SparseRows, { weights, bias }: LinearWeights): Float64Array {
  return Float64Array.from(
    { length: rows.starts.length - 1 },
    (_, row) => product(rows, row, weights) + bias,
  );
}

function product({ starts, columns, values }: SparseRows, row: number, weights: Float64Array): number {
  let sum = 0;
  const end = starts[row + 1] ?? 0;
  for (let entry = starts[row] ?? 0; entry < end; entry += 1) {
    sum += (values[entry] ?? 0) * (weights[columns[entry] ?? 0] ?? 0);
  }
  return sum;
}

function addRow(
  { starts, columns, values }: SparseRows,
  row: number,
  factor: number,
  to: Float64Array,
): void {
  const end = starts[row + 1] ?? 0;
  for (let entry = starts[row] ?? 0; entry < end; entry += 1) {
    const column = columns[entry] ?? 0;
    to[column] = (to[column] ?? 0) + factor * (values[entry] ?? 0);
  }
}

/** log(1 + exp(x)) without overflow. */
function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}
