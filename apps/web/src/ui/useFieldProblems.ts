import type { FormInstance } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, Problem } from '../api/problem.js';
import { problemText } from './problemText.js';

const pathOf = (path: string): (string | number)[] => path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** Marks the fields that the server refused, each with its reason, as the form marks those that it refuses itself. */
export function useFieldProblems(form: FormInstance, error: unknown): void {
  const { t } = useTranslation();
  useEffect(() => {
    if (!error) return;
    const refused = asProblem(error).body.fields ?? [];
    form.setFields(refused.map(({ path, code, details }) => ({ name: pathOf(path) as never, errors: [problemText(t, new Problem({ code, status: 0, ...(details ? { details } : {}) }))] })));
  }, [form, error, t]);
}
