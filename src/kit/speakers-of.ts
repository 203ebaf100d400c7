import type { Attested, Mention, Speaker } from "../schema/index.ts"

/** Who says one value of a mention, nearest first: the mention's chain, or the part of it that the value names. */
export function speakersOf(
  mention: Pick<Mention, "saidBy">,
  value: Pick<Attested<unknown>, "saidBy">,
): Attested<Speaker>[] {
  if (!value.saidBy) return mention.saidBy
  return value.saidBy.flatMap((i) => mention.saidBy[i] ?? [])
}
