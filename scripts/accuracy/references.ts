/** What others reach on labels of the same kind (`corpus/README.md`, measured there on 119 further READMEs). */

export interface Reference {
  readonly name: string;
  readonly kappa: number;
  readonly missingF1: number;
  readonly missingPrecision: number | null;
  readonly presentF1: number | null;
}

export const REFERENCES: readonly Reference[] = [
  {
    name: 'always the commonest level',
    kappa: 0,
    missingF1: 0.39,
    missingPrecision: null,
    presentF1: 0.16,
  },
  { name: 'headings only', kappa: 0.29, missingF1: 0.58, missingPrecision: 0.45, presentF1: 0.49 },
  {
    name: 'TF-IDF of the document, linear',
    kappa: 0.54,
    missingF1: 0.68,
    missingPrecision: 0.78,
    presentF1: 0.57,
  },
  { name: 'TF-IDF of blocks, pooled', kappa: 0.5, missingF1: 0.66, missingPrecision: 0.69, presentF1: 0.59 },
  {
    name: 'two careful readings by the guide',
    kappa: 0.96,
    missingF1: 0.96,
    missingPrecision: null,
    presentF1: null,
  },
];
