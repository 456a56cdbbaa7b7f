/** What the audit looks for. */
export type Rule =
  | 'item-without-id'
  | 'duplicate-id'
  | 'id-too-long'
  | 'personal-id'
  | 'nested-item'
  | 'list-without-name'
  | 'empty-list'
  | 'position'
  | 'several-page-items'
  | 'feedback-on-nothing'
  | 'malformed-features'
  | 'listed-not-found'
  | 'broken-json-ld';

export interface Finding {
  readonly rule: Rule;
  /** An `error` loses or mixes up what visitors do; a `warning` probably does. */
  readonly severity: 'error' | 'warning';
  /** What is wrong, and what comes of it or how to mend it. */
  readonly message: string;
  /** Where; missing where what is wrong is that there is no element. */
  readonly element?: Element | undefined;
}

const finding =
  (severity: Finding['severity']) =>
  (rule: Rule, message: string, element?: Element): Finding => ({ rule, severity, message, element });

export const error = finding('error');
export const warning = finding('warning');
