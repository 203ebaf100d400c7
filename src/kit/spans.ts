import type { Quote, Span } from "../schema/index.ts"

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

export function sliceOf(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}

export function quoteOf(text: string, span: Span): Quote {
  return { start: span.start, end: span.end, text: sliceOf(text, span) }
}

export function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by }
}

/** Shrinks a span to its words; null when nothing but white space is left. */
export function trimSpan(text: string, span: Span): Span | null {
  let { start, end } = span
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  return end > start ? { start, end } : null
}

/** Longest first, then leftmost; keeps those that overlap nothing kept before; returns them in text order. */
export function withoutOverlaps<T>(items: readonly T[], spanOf: (item: T) => Span): T[] {
  const length = (t: T) => spanOf(t).end - spanOf(t).start
  const ranked = [...items].sort((a, b) => length(b) - length(a) || spanOf(a).start - spanOf(b).start)
  const kept: T[] = []
  for (const item of ranked) if (!kept.some((k) => overlaps(spanOf(k), spanOf(item)))) kept.push(item)
  return kept.sort((a, b) => spanOf(a).start - spanOf(b).start)
}
