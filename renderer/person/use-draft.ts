import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useDo } from '../api/api.tsx';
import {
  type RegistrationForm,
  emptyForm,
  formFromDraft,
  formFromText,
  isUntouched,
} from './registration-form.ts';

const keptAfterMs = 800;

export interface Draft {
  readonly form: RegistrationForm;
  readonly change: (part: Partial<RegistrationForm>) => void;
  /** The form was found as somebody had left it. */
  readonly restored: boolean;
  readonly startAgain: () => void;
  /** Stops keeping: the person is registered. */
  readonly done: () => void;
}

/** The registration form, kept while it is typed: a crash or a lock loses nothing. */
export function useDraft(text: string): Draft {
  const read = useDo('registrationDraft');
  const keep = useDo('keepRegistrationDraft');
  const [form, setForm] = useState<RegistrationForm>(() => (text ? formFromText(text) : emptyForm));
  const [restored, setRestored] = useState(false);
  const finished = useRef(false);
  const touched = useRef(false);
  const restore = useEffectEvent(async () => {
    const answer = await read.act({});
    const kept = answer.ok ? formFromDraft(answer.value) : null;
    if (!kept || isUntouched(kept) || touched.current) return;
    setForm(kept);
    setRestored(true);
  });
  useEffect(() => {
    const soon = setTimeout(() => void restore(), 0);
    return () => clearTimeout(soon);
  }, []);
  const unsaved = useRef<RegistrationForm | null>(null);
  const save = useEffectEvent(() => {
    const typed = unsaved.current;
    unsaved.current = null;
    if (typed && !finished.current) void keep.act({ draft: { ...typed } });
  });
  useEffect(() => {
    if (touched.current) unsaved.current = form;
    const timer = setTimeout(() => save(), keptAfterMs);
    return () => clearTimeout(timer);
  }, [form]);
  // Left before it was kept, by a key or by a scan that goes elsewhere.
  useEffect(() => () => save(), []);
  return {
    form,
    restored,
    change: (part) => {
      touched.current = true;
      setForm((before) => ({ ...before, ...part }));
    },
    startAgain: () => {
      touched.current = false;
      unsaved.current = null;
      setForm(text ? formFromText(text) : emptyForm);
      setRestored(false);
      void keep.act({ draft: null });
    },
    done: () => {
      finished.current = true;
    },
  };
}
