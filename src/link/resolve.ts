import { canonicalJson } from "../kit/hash.ts"
import { type Certainty, compareCertainty, type Resolved } from "../schema/index.ts"

/** One telling's word on one value. */
export interface Claim<T> {
  value: T
  certainty: Certainty
  mention: string
  /** Number of the origin that the telling's report belongs to. */
  origin: number
}

/** All claims of one value. */
export interface Option<T> {
  value: T
  certainty: Certainty
  mentions: string[]
  origins: Set<number>
  /** Position of the first claim, in the order of the mentions: ties go to the oldest. */
  first: number
}

/** Claims of equal key are one value; the first, surest wording of it is kept. */
export function optionsOf<T>(claims: readonly Claim<T>[], keyOf: (value: T) => string): Option<T>[] {
  const options = new Map<string, Option<T>>()
  claims.forEach(({ value, certainty, mention, origin }, first) => {
    const key = keyOf(value)
    const option = options.get(key)
    if (option === undefined)
      options.set(key, { value, certainty, mentions: [mention], origins: new Set([origin]), first })
    else {
      if (!option.mentions.includes(mention)) option.mentions.push(mention)
      option.origins.add(origin)
      if (compareCertainty(certainty, option.certainty) < 0) Object.assign(option, { value, certainty })
    }
  })
  return [...options.values()]
}

/** An assumed value has no say while anyone states or infers one. */
export function withoutAssumed<T extends { certainty: Certainty }>(items: readonly T[]): readonly T[] {
  const firm = items.filter((o) => o.certainty !== "assumed")
  return firm.length > 0 ? firm : items
}

export interface Ranking<T> {
  rule: string
  keyOf?: (value: T) => string
  /** True where `a` says the same as `b`, only more precisely. */
  refines?: (a: T, b: T) => boolean
  /** True where both can be right at once. */
  compatible?: (a: T, b: T) => boolean
}

/** How many origins say it, or something that it agrees with. */
function votes<T>(option: Option<T>, all: readonly Option<T>[], compatible: (a: T, b: T) => boolean): number {
  const origins = new Set(option.origins)
  for (const other of all)
    if (other !== option && compatible(option.value, other.value)) for (const o of other.origins) origins.add(o)
  return origins.size
}

export function toResolved<T>(best: Option<T> | undefined, all: readonly Option<T>[], rule: string): Resolved<T> {
  return {
    best: best?.value ?? null,
    certainty: best?.certainty ?? null,
    rule,
    support: best?.mentions ?? [],
    alternatives: all.filter((o) => o !== best).map(({ value, mentions }) => ({ value, support: mentions })),
  }
}

/**
 * The value that most independent origins carry. Assumed values stand back behind all others; a coarser value counts
 * for the finer one that it agrees with; ties go to more origins of its own, then the surer, then the older telling.
 */
export function resolve<T>(claims: readonly Claim<T>[], ranking: Ranking<T>): Resolved<T> {
  const { rule, keyOf = canonicalJson, refines = () => false, compatible = () => false } = ranking
  const all = optionsOf(claims, keyOf)
  const firm = withoutAssumed(all)
  const finest = firm.filter((o) => !firm.some((other) => other !== o && refines(other.value, o.value)))
  const ranked = (finest.length > 0 ? finest : firm)
    .map((option) => ({ option, votes: votes(option, firm, compatible) }))
    .sort(
      (a, b) =>
        b.votes - a.votes ||
        b.option.origins.size - a.option.origins.size ||
        compareCertainty(a.option.certainty, b.option.certainty) ||
        a.option.first - b.option.first,
    )
  return toResolved(ranked[0]?.option, all, rule)
}
