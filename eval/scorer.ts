import type { Resources } from "../src/resources.ts"

/** What one scorer measured: `n` items, and named figures. Shares are 0 to 1; a name ending in a unit says so. */
export interface Score {
  name: string
  n: number
  metrics: Record<string, number>
}

export interface ScoreContext {
  /** Folder of the public data sets; it may be absent. */
  dataDir: string
  /** At most this many items per data set, evenly spread; null for all. */
  sample: number | null
  /** Opened once, at the first call. */
  resources(): Promise<Resources>
}

export interface Scorer {
  /** Prefix of its floors, e.g. "fakes". */
  name: string
  /** Where its data lie, for the message when they do not. */
  needs: string
  /** Null when the data are not there. */
  run(context: ScoreContext): Promise<Score | null>
}

/** Every k-th item, so that a sample covers the whole set; the same items every time. */
export function spread<T>(items: readonly T[], sample: number | null): T[] {
  if (sample === null || items.length <= sample) return [...items]
  return Array.from({ length: sample }, (_, i) => items[Math.floor((i * items.length) / sample)] as T)
}

/** 0 where there is nothing to share. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

export function f1(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}

/** Hits, extras and misses of a field over many items. */
export interface Tally {
  hit: number
  extra: number
  missed: number
}

export function tally(): Tally {
  return { hit: 0, extra: 0, missed: 0 }
}

export function tallyF1(t: Tally): number {
  return f1(share(t.hit, t.hit + t.extra), share(t.hit, t.hit + t.missed))
}
