import type { HARM_KINDS, HARM_WHO } from "../../schema/index.ts"

export type HarmKind = (typeof HARM_KINDS)[number]
export type HarmWho = (typeof HARM_WHO)[number]

function table<T extends string>(rows: Readonly<Record<T, string>>): ReadonlyMap<string, T> {
  const map = new Map<string, T>()
  for (const key of Object.keys(rows) as T[]) for (const word of rows[key].split(/\s+/)) if (word) map.set(word, key)
  return map
}

/** Nouns for one person. */
export const PERSON: ReadonlyMap<string, HarmWho> = table<HarmWho>({
  civilians: `civilian villager resident worker labourer laborer farmer shepherd refugee worshipper worshiper pilgrim
    bystander passer-by shopper student teacher pupil journalist reporter photographer cameraman medic doctor nurse
    paramedic volunteer rescuer rescue-worker aid-worker driver passenger protester protestor demonstrator mourner
    activist lawyer imam priest monk tourist fisherman displaced non-combatant noncombatant evacuee migrant
    merchant trader trucker cleric engineer surgeon pharmacist townsperson inhabitant citizen guest shopkeeper
    vendor peasant herder miner reveller reveler commuter nun rabbi parishioner schoolteacher professor lecturer
    blogger publisher editor peacemaker bishop archbishop nun missionary clergyman charity-worker`,
  children: `child boy girl infant baby toddler schoolchild schoolboy schoolgirl minor son daughter newborn kid teenager
    teen adolescent grandchild granddaughter grandson youngster`,
  women: `woman mother wife grandmother sister bride aunt widow housewife`,
  combatants: `combatant fighter militant soldier rebel troop terrorist insurgent gunman policeman policewoman
    officer jihadist jihadi extremist guerrilla guerilla militiaman serviceman servicewoman conscript recruit trooper
    marine paratrooper airman sailor pilot crewman guard gendarme mercenary bomber attacker assailant infiltrator
    peacekeeper sniper infantryman reservist commando operative loyalist islamist militiamember bodyguard separatist
    mutineer defector warrior henchman hijacker assassin militant-fighter takfiri peshmerga mujahid mujahideen fedayee
    cadet ranger legionnaire legionary contractor bandit pirate detachment janjaweed invader occupier serviceperson`,
  commanders: `commander general colonel brigadier lieutenant captain major emir warlord chief leader ringleader
    kingpin mastermind deputy-commander commander-in-chief lieutenant-general brigadier-general warlord admiral sergeant`,
  people: `person people man victim member individual employee staff relative brother father uncle husband cousin
    nephew niece human youth adult hostage captive prisoner detainee inmate suspect foreigner national expatriate
    survivor casualty patient parent sibling grandparent grandfather elder friend neighbour neighbor colleague
    official aide spokesman adviser advisor politician minister mayor governor councillor councilman judge lawmaker
    other one supporter follower associate affiliate figure element spy agent informant collaborator fugitive
    colonist settler groom couple family diplomat ambassador candidate deputy martyr american briton`,
})

/** Plurals, and other forms, that do not lose an "s" to give the singular. */
export const IRREGULAR: Readonly<Record<string, string>> = Object.freeze({
  men: "man",
  women: "woman",
  children: "child",
  people: "people",
  persons: "person",
  wives: "wife",
  gunmen: "gunman",
  militiamen: "militiaman",
  policemen: "policeman",
  policewomen: "policewoman",
  servicemen: "serviceman",
  servicewomen: "servicewoman",
  crewmen: "crewman",
  airmen: "airman",
  infantrymen: "infantryman",
  fishermen: "fisherman",
  clergymen: "clergyman",
  schoolchildren: "schoolchild",
  grandchildren: "grandchild",
  cameramen: "cameraman",
  henchmen: "henchman",
  babies: "baby",
  families: "family",
  bodies: "body",
  lives: "life",
  casualties: "casualty",
  fatalities: "fatality",
  injuries: "injury",
  townspeople: "townsperson",
  "passers-by": "passer-by",
  police: "policeman",
  personnel: "serviceman",
  troops: "troop",
  forces: "troop",
  mujahideen: "mujahid",
  "commanders-in-chief": "commander-in-chief",
  spies: "spy",
  staff: "staff",
  youths: "youth",
  others: "other",
  displaced: "displaced",
  cadre: "operative",
  cadres: "operative",
})

/** Things, measures and places: what a count before them counts is no person. */
export const THING: ReadonlySet<string> = new Set(
  `vehicle car truck tank bus motorcycle motorbike bike plane aircraft jet warplane helicopter drone rocket missile
  shell mortar bomb bombing barrel bullet round raid strike airstrike sortie attack clash explosion blast battle
  operation offensive assault ambush incident case village town city district neighbourhood neighborhood province
  governorate area region place site position checkpoint base outpost post bunker tunnel building house home
  hospital clinic school mosque church shop market bakery camp tent factory bridge road street mile kilometre
  kilometer km metre meter m ton tonne kg kilogram litre liter hectare acre dollar euro pound percent percentage
  year month week day hour minute second time century decade night weekend country nation state government
  group faction brigade unit battalion division regiment squad party organisation organization agency
  convoy ship boat vessel launcher gun rifle weapon grenade mine ied device cannon machine-gun bulldozer
  depot warehouse headquarters center centre command front side stronghold part piece point reason report sources source
  statement video photo picture image page shot sheep goat cow cattle animal horse camel dog deal plan proposal
  meeting round talk agreement truce ceasefire resolution ministry minister-post seat vote election article
  photojournalist-award story floor storey room flat apartment line wave stage phase step way kind type form
  degree level number total toll third half quarter majority minority rest pickup armoured armored personnel-carrier
  carrier apc humvee fighter-jet fighter-bomber gunship submarine warship well oilfield refinery pipeline field
  target wound injury death fatality casualty body corpse lot bit set series range mission account claim
  court trial charge count sentence fund million billion hand head arm leg eye loss`
    .split(/\s+/)
    .filter(Boolean),
)

/** Nouns that count the harmed themselves. */
export const HARM_NOUN: ReadonlyMap<string, HarmKind> = table<HarmKind>({
  killed: "death fatality body corpse martyr life",
  wounded: "injury",
  captured: "arrest detention",
  displaced: "",
  missing: "",
})

/** Words between a number and its noun that say nothing of the head: "12 more unarmed Syrian ..." */
export const MODIFIER: ReadonlySet<string> = new Set(
  `other others more additional innocent unarmed armed suspected alleged young old elderly male female local foreign
  senior junior high-ranking top-ranking top prominent veteran high-profile leading key mid-level low-level high-level
  field military army government regime opposition pro-government anti-government government-backed pro-regime
  islamic state rebel kurdish syrian iraqi turkish russian ukrainian israeli palestinian lebanese iranian us american
  allied coalition security special elite police border regular fellow so-called unidentified unknown different
  wanted active off-duty dead injured wounded lightly seriously critically severely`
    .split(/\s+/)
    .filter(Boolean),
)

/** "who" where a modifier says it and the head does not: "12 civilian deaths". */
export const WHO_MODIFIER: ReadonlyMap<string, HarmWho> = new Map<string, HarmWho>([
  ["civilian", "civilians"],
  ["child", "children"],
  ["female", "women"],
  ["militant", "combatants"],
  ["rebel", "combatants"],
  ["military", "combatants"],
  ["police", "combatants"],
  ["combatant", "combatants"],
  ["army", "combatants"],
  ["army's", "combatants"],
])

/** "members of the security forces": the words after "of" that make them fighters. */
export const FORCE_AFTER_OF =
  /\b(?:forces?|army|police|militia|militias|brigades?|groups?|organi[sz]ations?|factions?|isis|isil|daesh|is|state|front|battalion|regiment|military|guard|guards|corps|troops|ypg|ypj|pkk|sdf|hezbollah|taliban|qaeda|qaida|qaida's|shabaab|sham|nusra|unit|cell|gang|movement|resistance)\b/i

/** Words that introduce a part of the figure before them. */
export const INCLUDING: ReadonlySet<string> = new Set([
  "including",
  "among",
  "include",
  "includes",
  "included",
  "amongst",
  "mostly",
  "mainly",
])

export function singularOf(lower: string): string {
  const irregular = IRREGULAR[lower]
  if (irregular) return irregular
  if (lower.endsWith("ies") && lower.length > 4) return `${lower.slice(0, -3)}y`
  if (/(?:sses|xes|ches|shes)$/.test(lower)) return lower.slice(0, -2)
  return lower.endsWith("s") && !lower.endsWith("ss") ? lower.slice(0, -1) : lower
}
