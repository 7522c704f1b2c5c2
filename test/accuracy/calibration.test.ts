import { describe, expect, test } from '@jest/globals';
import { calibrationBins, calibrationError } from '../../scripts/accuracy/calibration.ts';
import { chancesOf } from '../../scripts/accuracy/scorecard.ts';
import { judged } from './judged.ts';

const said = (probability: number, happened: boolean) => ({ said: probability, happened });

describe('calibration', () => {
  test('is perfect where as many come true as were said to', () => {
    const chances = [said(0.5, true), said(0.5, false), said(1, true), said(0, false)];
    expect(calibrationError(chances)).toBe(0);
    expect(calibrationBins(chances).map(({ count }) => count)).toEqual([1, 0, 2, 0, 1]);
  });

  test('says how far off it is, weighted by how often', () => {
    const chances = [said(0.9, false), said(0.9, true), said(0.1, false), said(0.1, false)];
    expect(calibrationError(chances)).toBeCloseTo(0.5 * 0.4 + 0.5 * 0.1, 12);
  });

  test('asks the labels what came true, for what was asked of the model', () => {
    const chances = new Map([['problem', { atLeastThin: 0.8, present: 0.3 }]]);
    const item = judged({ problem: [1, 'thin'] }, chances);
    expect(chancesOf([item], 'atLeastThin')).toEqual([said(0.8, true)]);
    expect(chancesOf([item], 'present')).toEqual([said(0.3, false)]);
  });
});
