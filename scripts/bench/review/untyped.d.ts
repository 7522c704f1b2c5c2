/** Rules of textlint that ship without types. */
declare module 'textlint-rule-terminology' {
  import type { TextlintRuleModule } from '@textlint/kernel';

  const rule: TextlintRuleModule;
  export default rule;
}
declare module 'textlint-rule-write-good' {
  import type { TextlintRuleModule } from '@textlint/kernel';

  const rule: { readonly default: TextlintRuleModule };
  export default rule;
}
