import { useState } from 'react';
import type { Connection, ConnectionTest } from '#schemas/api/connections.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import type { FormValue } from '#ui/components/schema-form/types.ts';

/** State of a connection being made or changed: its fields, the last live test, and saving. */
export function useConnectionForm(type: string, existing: Connection | null, onSaved: (saved: Connection) => void) {
  const [name, setName] = useState(existing?.name ?? '');
  const [fields, setFields] = useState<FormValue>(existing?.fields ?? {});
  const [callsPerSecond, setCallsPerSecond] = useState<number | null>(existing?.callsPerSecond ?? null);
  const [test, setTest] = useState<ConnectionTest | null>(null);
  const trial = useApiMutation('tryConnection');
  const creation = useApiMutation('createConnection', ['connections']);
  const change = useApiMutation('updateConnection', ['connections', 'flows']);

  const runTest = (tested: FormValue) => {
    setTest(null);
    trial.mutate(
      { body: { type, fields: { ...tested }, ...(existing ? { connectionId: existing.id } : {}) } },
      { onSuccess: setTest },
    );
  };

  const save = () => {
    const body = { name: name.trim(), fields: { ...fields }, callsPerSecond };
    if (existing) change.mutate({ params: { id: existing.id }, body }, { onSuccess: onSaved });
    else creation.mutate({ body: { type, ...body } }, { onSuccess: onSaved });
  };

  return {
    name,
    setName,
    callsPerSecond,
    setCallsPerSecond,
    fields,
    // A test says nothing about fields that were changed after it.
    setFields: (next: FormValue) => {
      setFields(next);
      setTest(null);
    },
    test,
    runTest: () => runTest(fields),
    confirm: (confirmed: Readonly<Record<string, string>>) => {
      const next = { ...fields, ...confirmed };
      setFields(next);
      runTest(next);
    },
    save,
    isTesting: trial.isPending,
    isSaving: creation.isPending || change.isPending,
    error: trial.error ?? creation.error ?? change.error,
  };
}
