import { createContext, useContext } from 'react';

interface FormState {
  /** Text keys to show, or null for all. */
  readonly visible: ReadonlySet<string> | null;
  readonly secretsSet: readonly string[];
  /** Ids of fields that the user left: their errors are shown. */
  readonly touched: ReadonlySet<string>;
  readonly showErrors: boolean;
  /** Rendered server messages by field id. */
  readonly serverErrors: ReadonlyMap<string, string>;
}

export const FormStateContext = createContext<FormState>({
  visible: null,
  secretsSet: [],
  touched: new Set(),
  showErrors: false,
  serverErrors: new Map(),
});

export function useFormState(): FormState {
  return useContext(FormStateContext);
}
