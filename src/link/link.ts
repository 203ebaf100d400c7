import { canonicalJson } from "../kit/hash.ts"
import type { Coded, Event, Issue, Judgement, Link, Mention, Outcome, Review } from "../schema/index.ts"
import { candidates } from "./candidates.ts"
import { cluster } from "./cluster.ts"
import { judge } from "./judgement.ts"
import { linksOf } from "./links.ts"
import { mergeCluster } from "./merge.ts"
import type { HarmRule } from "./merge-harm.ts"
import type { Parents } from "./party.ts"
import { applyReviews } from "./review.ts"
import { DEFAULT_MODEL, type LinkModel } from "./score.ts"
import { tellingsOf } from "./telling.ts"

export interface LinkInput {
  coded: Coded[]
  judgements: Judgement[]
  reviews: Review[]
}

export interface LinkOptions {
  /** Weights and thresholds; the hand-set ones by default. */
  model?: LinkModel
  /** How an event's best figure is picked; "median-of-origins" by default. */
  harmRule?: HarmRule
  /** Outlets whose figures the rule "trusted-outlets" takes. */
  trustedOutlets?: readonly string[]
  /** Actor or speaker id → id of what it belongs to. */
  actorParents?: Parents
  /** Ids of speakers that stand for nobody in particular ("activists"); `knownFrom` reads both off the register. */
  unnamedSpeakers?: ReadonlySet<string>
}

export interface Linked {
  /** By the oldest mention. */
  events: Event[]
  links: Link[]
}

/** A report given twice counts once. Two different codings of one mention: the one that sorts first, with an issue. */
function withoutDoubles(coded: readonly Coded[], issues: Issue[]): Coded[] {
  const kept = new Map<string, { mention: Mention; head: Coded["head"] }>()
  for (const { mentions, head } of coded)
    for (const mention of mentions) {
      const other = kept.get(mention.id)
      if (other === undefined) kept.set(mention.id, { mention, head })
      else if (other.mention !== mention) {
        const [old, now] = [canonicalJson([other.mention, other.head]), canonicalJson([mention, head])]
        if (old !== now) issues.push(doubled(mention))
        if (now < old) kept.set(mention.id, { mention, head })
      }
    }
  const given = new Set<string>()
  const once = (m: Mention) => kept.get(m.id)?.mention === m && !given.has(m.id) && given.add(m.id)
  return coded.map((c) => ({ ...c, mentions: c.mentions.filter(once) }))
}

function doubled({ id, report }: Mention): Issue {
  const message = `mention ${id} of report ${report} is given twice with different values; one of them is used`
  return { code: "link/doubled-mention", severity: "warning", stage: "link", message, ref: id }
}

function crowded(times: number): Issue {
  const message = `in ${times} look-ups a block held more mentions of one time, place and type than are compared; the latest published were`
  return { code: "link/crowded-block", severity: "info", stage: "link", message }
}

/** Issues in an order that does not depend on the order of the input, each once. */
function settle(issues: readonly Issue[]): Issue[] {
  const byText = new Map(issues.map((i) => [canonicalJson(i), i]))
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, i]) => i)
}

/**
 * Joins the mentions of one event across reports and merges each group into an event whose every value names its
 * support. Pure and synchronous; the same records in any order give the same bytes. Human decisions go first: reviews
 * change mentions before linking, "same" joins, "different" is never crossed. Bad decisions are issues, never lost.
 */
export function link(input: LinkInput, options: LinkOptions = {}): Outcome<Linked> {
  const model = options.model ?? DEFAULT_MODEL
  const parents = options.actorParents ?? {}
  const issues: Issue[] = []
  const reviewed = applyReviews(withoutDoubles(input.coded, issues), input.reviews)
  const tellings = tellingsOf(reviewed.coded, parents)
  const judged = judge(input.judgements, new Set(tellings.map((t) => t.mention.id)))
  const { edges, capped } = candidates(tellings, model)
  const { clusters, joins } = cluster(tellings, edges, judged, model)
  const clusterOf = new Map(clusters.flatMap((members, i) => members.map((t) => [t.mention.id, i] as const)))
  const merge = {
    harmRule: options.harmRule ?? "median-of-origins",
    trustedOutlets: new Set(options.trustedOutlets ?? []),
    parents,
    unnamedSpeakers: options.unnamedSpeakers ?? new Set<string>(),
  }
  const events = clusters.map((members) => mergeCluster(members, merge))
  const links = linksOf({ tellings, edges, joins, clusterOf, judged, model })
  issues.push(...reviewed.issues, ...judged.issues)
  if (capped > 0) issues.push(crowded(capped))
  return { value: { events, links }, issues: settle(issues) }
}
