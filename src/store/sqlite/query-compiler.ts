import { LimitNode, SqliteQueryCompiler, ValueNode } from 'kysely';

/**
 * Writes limits out. SQLite looks at the value of a limit when it plans a statement, so with a parameter there it would plan
 * anew for every run, which takes several times as long as the run of a small one.
 */
export class LimitsWrittenOut extends SqliteQueryCompiler {
  protected override visitLimit(node: LimitNode): void {
    const { limit } = node;
    super.visitLimit(ValueNode.is(limit) ? LimitNode.create(ValueNode.createImmediate(limit.value)) : node);
  }
}
