import { createContext, useContext } from 'react';

interface FormState {
  /** Text keys to show, or null for all. */
  readonly visible: ReadonlySet<string> | null;
  /** Text keys that are not shown at all, whatever is searched for. */
  readonly hidden: ReadonlySet<string>;
  readonly secretsSet: readonly string[];
  /** Ids of fields that the user left: their errors are shown. */
  readonly touched: ReadonlySet<string>;
  readonly showErrors: boolean;
  /** Rendered server messages by field id. */
  readonly serverErrors: ReadonlyMap<string, string>;
  /** The flow that the form belongs to: lists of the systems it is connected to help to fill the fields in. */
  readonly flow: string | null;
}

export const FormStateContext = createContext<FormState>({
  visible: null,
  hidden: new Set(),
  secretsSet: [],
  touched: new Set(),
  showErrors: false,
  serverErrors: new Map(),
  flow: null,
});

export function useFormState(): FormState {
  return useContext(FormStateContext);
}
