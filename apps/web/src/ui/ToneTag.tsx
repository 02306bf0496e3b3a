import { Tag } from 'antd';
import type { ReactNode } from 'react';

/** Colours of tags with a contrast of at least 4.5; the presets of the library are lighter. */
export const TONES = {
  neutral: { background: '#eef0f3', color: '#3d4450' },
  info: { background: '#e8f0fe', color: '#123f92' },
  good: { background: '#e6f4ea', color: '#14532d' },
  warn: { background: '#fdf1dc', color: '#6b4300' },
  bad: { background: '#fde8e8', color: '#8b1111' },
  mark: { background: '#f0e8fd', color: '#4b1d8f' },
} as const;

export type Tone = keyof typeof TONES;

/** A short word about a state. */
export function ToneTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <Tag variant="filled" style={TONES[tone]}>{children}</Tag>;
}
