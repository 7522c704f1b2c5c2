import type { CompiledRubrics } from '../../src/engine/compiled-rubrics.ts';
import { PACKAGE_ROOT } from '../../src/engine/package-root.ts';
import { parseBuiltinRubrics } from '../../src/engine/parse-builtin-rubrics.ts';
import { readRubricInputs } from '../../src/engine/rubric-inputs.ts';
import type { Rubric } from '../../src/rubric/rubric.ts';
import type { Rubrics } from '../../src/rubric/rubrics.ts';
import type { PackedRubrics, PackedType } from '../../src/rubric/unpack-rubrics.ts';

/**
 * What the rubrics that ship come to, as JSON; never from the copy that is there.
 * @throws ShowworkError RUBRIC_INVALID
 */
export function compiledRubrics(): string {
  const rubrics = packRubrics(parseBuiltinRubrics());
  const compiled: CompiledRubrics = { inputs: readRubricInputs(PACKAGE_ROOT), rubrics };
  return `${JSON.stringify(compiled)}\n`;
}

function packRubrics({ base, types }: Rubrics): PackedRubrics {
  return { base, types: types.map(type => packType(type, base)) };
}

function packType(type: Rubric, base: Rubric): PackedType {
  const criteria = type.criteria.map(criterion =>
    base.criteria.includes(criterion) ? criterion.id : criterion,
  );
  return { ...without(type, base), criteria };
}

/** A copy without the entries that are the same in `below`: laid on it, they are all there again. */
function without<Value extends object>(above: Value, below: Value): Partial<Value> {
  const own: Partial<Value> = { ...above };
  for (const [key, value] of Object.entries(below)) {
    if (Reflect.get(above, key) === value) Reflect.deleteProperty(own, key);
  }
  return own;
}
