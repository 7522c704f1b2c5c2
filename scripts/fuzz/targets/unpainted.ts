import type { Paint } from '../../../src/render/terminal.ts';

const plain = (text: string) => text;

/** A terminal without colours: what is painted is ours, and controls that are left are a stranger's. */
export const UNPAINTED: Paint = { bold: plain, dim: plain, green: plain, yellow: plain, cyan: plain };
