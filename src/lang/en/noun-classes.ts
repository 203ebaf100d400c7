/** Classes of head nouns that event patterns ask for. A name counts by what the registers know of it, not by this list. */
export const NOUN_CLASSES = {
  AIR: `warplane plane aircraft jet helicopter chopper gunship drone airplane fighter-jet uav sukhoi mig su-34 su-35
    su-24 f-16 f-35 airforce`,
  GUNS: `artillery mortar rocket missile shell howitzer gun cannon battery tank projectile munition shelling katyusha grad
    round launcher shrapnel barrage`,
  EXPLOSIVE: `bomb ied mine landmine device explosive grenade charge dynamite car-bomb booby-trap blast explosion vest warhead`,
  BOMBER: `suicide-bomber bomber attacker assailant`,
  PLACE: `town city village district neighbourhood neighborhood area region province governorate suburb quarter hamlet
    countryside outskirt island border crossing checkpoint base airbase airport airfield camp hill hilltop mountain valley
    dam bridge road highway junction roundabout market square position territory stronghold enclave pocket bastion
    headquarters barracks outpost post front frontline ground land port refinery field oilfield county settlement capital
    township land crossroad military-base compound complex citadel sector zone locality municipality building farm`,
  THING: `house home building tunnel bridge hospital clinic school mosque church warehouse depot vehicle tank truck car
    convoy equipment infrastructure plant station pipeline refinery factory shop market bunker centre center command-center
    headquarters hub position fortification trench ship boat vessel installation facility monastery shrine temple statue
    museum dam line tower radar system launcher pickup bulldozer ambulance bus train railway workshop cache arsenal farm
    crop orchard power-line grid stronghold hideout property monument grave cemetery apartment block residence hangar
    airport runway prison court village town neighbourhood neighborhood`,
  GOODS: `money cash weapon arm ammunition rifle gun explosive drug gold cattle livestock grain goods fuel oil food supply
    shipment cache truck vehicle document missile rocket munition equipment captagon hashish antiquity aid stock depot
    warehouse car sum bank ship tanker crop mine`,
  CIVIL: `civilian resident villager inhabitant family child woman man boy girl people person refugee worker doctor nurse
    medic teacher student pupil journalist reporter pilgrim worshipper shopper passenger farmer shepherd fisherman citizen
    population local householder mourner patient schoolchild schoolgirl schoolboy baby infant crowd volunteer driver trader
    migrant bystander pedestrian cleric priest imam elder mayor lawyer activist displaced human community infant herder
    minority monk nun tourist engineer miner labourer laborer evacuee youth toddler father mother husband wife son daughter
    brother sister parent relative neighbour neighbor politician lawmaker official judge candidate paramedic rescuer
    staff crew photographer cameraman guest wedding funeral`,
  ARMED: `soldier troop force army militia militiaman rebel fighter militant insurgent terrorist gunman jihadist jihadi
    brigade battalion regiment division unit police policeman officer guard commando paramilitary guerrilla combatant
    commander general colonel warlord faction insurgency navy marine airman recruit conscript sniper squad patrol column
    garrison mercenary extremist separatist opposition coalition alliance ally military gendarme peacekeeper group cell
    leader chief head emir defector fugitive infiltrator assailant attacker raider bandit regime government enemy
    infantry battalion corps legion command serviceman reservist enemy tribesman vigilante partisan foe holdout`,
  PROTEST: `protester demonstrator rioter mob crowd marcher`,
  PERSON: `person people prisoner detainee hostage captive suspect leader member man woman child victim individual worker
    body others other dozen hundred thousand score inmate passenger crew survivor casualty corpse dead wounded someone
    supporter sympathiser sympathizer relative figure driver guard deserter fugitive evacuee murderer bomber`,
} as const

export type NounClass = keyof typeof NOUN_CLASSES

const BY_NOUN = new Map<string, Set<NounClass>>()
for (const [name, words] of Object.entries(NOUN_CLASSES)) {
  for (const word of words.split(/\s+/)) BY_NOUN.set(word, (BY_NOUN.get(word) ?? new Set()).add(name as NounClass))
}

const NONE: ReadonlySet<NounClass> = new Set()

export function classesOfNoun(lemma: string): ReadonlySet<NounClass> {
  return BY_NOUN.get(lemma) ?? BY_NOUN.get(lemma.replace(/s$/, "")) ?? BY_NOUN.get(lemma.replace(/men$/, "man")) ?? NONE
}

/** "a number of X", "dozens of X": the phrase is about X. */
const QUANTITY = new Set(
  `number group dozen score hundred thousand million lot majority handful member part rest most some many several one two
  three four five six seven eight nine ten half couple body convoy wave series kind ten others remains flow
  all third quarter mass bulk bunch batch pair total`.split(/\s+/),
)

export function isQuantityNoun(lemma: string): boolean {
  return QUANTITY.has(lemma) || /^\d/.test(lemma)
}
