/**
 * The documented rule by which every state's forces are named: "<demonym or country> [modifier…] <head>", for instance
 * "Syrian army", "Turkey's special forces", "two Russian warplanes". The head tells the branch; each state has one
 * register entry per branch, "<iso2>-<branch>".
 */
export const BRANCHES = ["armed-forces", "air-force", "navy", "police", "security-forces", "government"] as const
export type Branch = (typeof BRANCHES)[number]

export const BRANCH_NAMES: Readonly<Record<Branch, string>> = {
  "armed-forces": "armed forces",
  "air-force": "Air Force",
  navy: "Navy",
  police: "police",
  "security-forces": "security forces",
  government: "Government of",
}

const HEADS: Readonly<Record<Branch, string>> = {
  "armed-forces":
    "army armies forces force troops troop soldiers soldier military militaries servicemen serviceman infantry artillery " +
    "tanks commandos commando conscripts paratroopers units unit armour armor battalion battalions brigade brigades " +
    "regiment regiments division divisions marines personnel reservists gunners snipers rangers contingent contingents",
  "air-force":
    "airforce warplanes warplane jets jet planes plane aircraft helicopters helicopter bombers drones drone gunships " +
    "gunship aircrafts airforces uavs uav aviation",
  navy: "navy warships warship gunboats gunboat frigate frigates submarine submarines destroyer destroyers fleet",
  police: "police policemen policeman gendarmes gendarmerie",
  "security-forces": "guards intelligence",
  government: "government regime authorities administration junta cabinet presidency leadership",
}

export const HEAD_BRANCH: ReadonlyMap<string, Branch> = new Map(
  BRANCHES.flatMap((branch) => HEADS[branch].split(" ").map((head) => [head, branch] as const)),
)

const MODIFIERS =
  "government regime army armed military security special elite naval air aerospace ground land marine border coast " +
  "federal joint fighter war combat attack allied state defence defense defensive national regular paramilitary riot " +
  "occupation invading counter terrorism counterterrorism peacekeeping reserve artillery helicopter transport " +
  "surveillance reconnaissance presidential republican loyalist police arab tank operations strike spy unmanned " +
  "expeditionary auxiliary airborne mechanised mechanized armoured armored infantry intelligence navy civil interior general staff"

export const FORCE_MODIFIERS: ReadonlySet<string> = new Set(MODIFIERS.split(" "))

/** Heads that name many. */
export const SINGULAR_HEADS: ReadonlySet<string> = new Set(
  "soldier serviceman warplane jet plane helicopter drone gunship warship gunboat frigate submarine policeman commando destroyer".split(
    " ",
  ),
)

/** The branch that a run of words after a demonym names, or null when its last word is no head. */
export function branchOf(keys: readonly string[]): Branch | null {
  if (keys.at(-1) === "staff" && keys.at(-2) === "general") return "armed-forces"
  const head = HEAD_BRANCH.get(keys.at(-1) ?? "")
  if (head === undefined) return null
  const before = new Set(keys.slice(0, -1))
  if (head === "armed-forces") {
    if (before.has("security") || before.has("intelligence")) return "security-forces"
    if (before.has("police")) return "police"
    if (before.has("air") || before.has("aerospace")) return isForce(keys) ? "air-force" : head
    if (before.has("naval") || before.has("navy")) return "navy"
  }
  return head
}

function isForce(keys: readonly string[]): boolean {
  return /^forces?$/.test(keys.at(-1) ?? "")
}

/** After a country or demonym these say that the phrase names somebody else: "US-backed", "Saudi-led". */
export const BACKERS: ReadonlySet<string> = new Set(
  (
    "backed led supported allied sponsored trained run held controlled occupied brokered made born based aligned " +
    "funded armed friendly dominated mediated administered besieged affiliated linked imposed built owned speaking"
  ).split(" "),
)

/** Before a name, joined by a hyphen, these turn it into a modifier: "anti-ISIL operation". */
export const PREFIXES: ReadonlySet<string> = new Set("anti pro ex non counter post pre former".split(" "))
