/** A stretch of time in milliseconds; `to` does not belong to it. */
export interface Span {
  from: number;
  to: number;
}

/** Length of a span; an inverted one has none. */
export function spanLength(span: Span): number {
  return Math.max(0, span.to - span.from);
}

/** Spans in order, with those that touch or overlap joined and empty ones dropped. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.filter((s) => spanLength(s) > 0).sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else merged.push({ ...span });
  }
  return merged;
}

/** What is left of `span` without `holes`, which are merged. */
export function subtractSpans(span: Span, holes: readonly Span[]): Span[] {
  const rest: Span[] = [];
  let from = span.from;
  for (const hole of holes) {
    if (hole.to <= from || hole.from >= span.to) continue;
    if (hole.from > from) rest.push({ from, to: hole.from });
    from = Math.max(from, hole.to);
  }
  if (from < span.to) rest.push({ from, to: span.to });
  return rest;
}
