import { Form } from 'antd';
import { useId, type ReactNode } from 'react';

interface Props {
  label: ReactNode;
  /** What is wrong with the field, or what it is for. */
  error?: ReactNode;
  note?: ReactNode;
  children: (id: string) => ReactNode;
}

/** A field of a form that keeps its values elsewhere, with its label tied to it. */
export function Labelled({ label, error, note, children }: Props) {
  const id = useId();
  return (
    <Form.Item label={label} htmlFor={id} layout="vertical" style={{ marginBlockEnd: 12 }} {...(error ? { validateStatus: 'error', help: error } : {})} {...(note ? { extra: note } : {})}>
      {children(id)}
    </Form.Item>
  );
}
