import type { PlaceKind } from "./place.ts"

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}

/** Before a name they say that it is a place where something is. */
export const LOCATIVE = words(`
  in near at around outside inside into towards toward through across throughout within above onto via nearby
  surrounding beyond bordering neighbouring neighboring besieging surround entered entering enter reached besieged
  retook recaptured captured seized liberated stormed shelled bombed struck hit bombarded pounded targeting targeted
  overran leaving left fled encircled encircling`)

/** Weaker: what follows may be a place or a party. */
export const MOVING = words("from to over on between off against along of and or")

export const DIRECTIONS: Readonly<Record<string, number>> = Object.assign(Object.create(null), {
  north: 0,
  northern: 0,
  northeast: 45,
  northeastern: 45,
  "north-east": 45,
  east: 90,
  eastern: 90,
  southeast: 135,
  southeastern: 135,
  south: 180,
  southern: 180,
  southwest: 225,
  southwestern: 225,
  west: 270,
  western: 270,
  northwest: 315,
  northwestern: 315,
})

/** Parts that have no bearing. */
export const PARTS = words(
  "central upper lower middle greater inner rural downtown mid old occupied besieged rebel held war torn",
)

interface Descriptor {
  readonly kinds: readonly PlaceKind[]
  /** "area" gives the division or region, "settlement" a town, "site" a thing at or near the named place, "line" a feature. */
  readonly gives: "area" | "settlement" | "site" | "line"
}

const AREA: Descriptor = { kinds: ["admin1", "admin2", "region"], gives: "area" }
const DISTRICT: Descriptor = { kinds: ["admin2", "admin3", "neighbourhood", "town", "region"], gives: "area" }
const TOWN: Descriptor = { kinds: ["city", "town", "village"], gives: "settlement" }
const HOOD: Descriptor = { kinds: ["neighbourhood", "town", "village"], gives: "settlement" }
function site(...kinds: PlaceKind[]): Descriptor {
  return { kinds: [...kinds, "site"], gives: "site" }
}
function line(...kinds: PlaceKind[]): Descriptor {
  return { kinds, gives: "line" }
}

/** Words that stand with a name and say what it is, singular and plural. */
export const DESCRIPTORS: ReadonlyMap<string, Descriptor> = new Map(
  Object.entries({
    province: AREA,
    provinces: AREA,
    governorate: AREA,
    governorates: AREA,
    governate: AREA,
    oblast: AREA,
    state: AREA,
    region: { kinds: ["admin1", "region", "admin2", "desert", "valley"], gives: "area" },
    regions: { kinds: ["admin1", "region", "admin2"], gives: "area" },
    countryside: AREA,
    countrysides: AREA,
    county: AREA,
    hinterland: AREA,
    rif: AREA,
    suburbs: { kinds: ["city", "town", "neighbourhood"], gives: "settlement" },
    prefecture: AREA,
    district: DISTRICT,
    districts: DISTRICT,
    subdistrict: DISTRICT,
    "sub-district": DISTRICT,
    municipality: DISTRICT,
    raion: DISTRICT,
    canton: DISTRICT,
    cercle: DISTRICT,
    woreda: DISTRICT,
    township: DISTRICT,
    territory: DISTRICT,
    city: TOWN,
    cities: TOWN,
    town: TOWN,
    towns: TOWN,
    village: TOWN,
    villages: TOWN,
    hamlet: TOWN,
    settlement: TOWN,
    hamlets: TOWN,
    settlements: TOWN,
    farms: TOWN,
    stronghold: TOWN,
    capital: TOWN,
    localities: TOWN,
    locality: TOWN,
    neighbourhood: HOOD,
    neighborhood: HOOD,
    neighbourhoods: HOOD,
    neighborhoods: HOOD,
    quarter: HOOD,
    suburb: HOOD,
    enclave: { kinds: ["region", "town", "city"], gives: "area" },
    pocket: { kinds: ["region", "town"], gives: "area" },
    airbase: site("airbase", "airport"),
    airport: site("airport", "airbase"),
    airfield: site("airbase", "airport"),
    airstrip: site("airbase", "airport"),
    base: site("base", "airbase"),
    barracks: site("base"),
    dam: site("dam"),
    crossing: site("crossing"),
    checkpoint: site("crossing"),
    camp: site("camp"),
    bridge: site("bridge"),
    port: site("port"),
    hospital: site("hospital"),
    prison: site("prison"),
    jail: site("prison"),
    refinery: site("oilfield"),
    crossroad: site(),
    crossroads: site(),
    junction: site(),
    roundabout: site(),
    square: site(),
    mosque: site(),
    cemetery: site(),
    factory: site(),
    depot: site(),
    silos: site(),
    citadel: site(),
    church: site(),
    market: site(),
    oilfield: site("oilfield"),
    gasfield: site("gasfield"),
    oilfields: site("oilfield"),
    highway: line("road"),
    road: line("road"),
    river: line("river"),
    desert: line("desert"),
    valley: line("valley"),
    mountain: line("mountain"),
    mountains: line("mountain"),
    hill: line("mountain"),
    hills: line("mountain"),
    lake: line("lake"),
    island: line("island"),
    islands: line("island"),
    basin: line("region", "valley"),
    plain: line("region"),
    plains: line("region"),
    mount: line("mountain"),
    jabal: line("mountain"),
    peninsula: line("region"),
    gulf: line("sea"),
    sea: line("sea"),
    plateau: line("region"),
    triangle: line("region"),
  } satisfies Record<string, Descriptor>),
)

/** Two-word descriptors: "air base", "oil field", "military airport". */
export const DESCRIPTOR_PREFIXES = words(
  "air military border oil gas refugee displacement international natural power water central idp pow army",
)

/** After a name they make it part of the name of a body, a deal or a thing. */
export const BODY_NOUNS = words(`
  brigade brigades battalion battalions division regiment corps legion army forces force troops soldiers fighters militia
  militias council councils committee government regime administration authorities authority ministry university college
  institute school newspaper times post herald news tribune gazette journal magazine tv television radio channel agency
  press media network observatory centre center foundation organisation organization agreement accord accords process
  treaty protocol talks summit conference declaration ceasefire truce deal plan initiative federation union party front
  movement coordination revolution uprising spring club fc united bank stock exchange police court tribunal parliament
  embassy consulate protocol convention declaration memorandum philharmonic marathon festival airlines airways
  jets warplanes aircraft planes drones missiles tanks officials official spokesman spokeswoman spokesperson president
  minister ministers diplomat diplomats envoy ambassador leader leaders leadership rebels insurgents militants operatives
  opposition activists jihadists residents refugees civilians citizens people man woman men women boy girl born`)

/** After a hyphen they make the name a modifier: "London-based", "US-led". */
export const HYPHENATED = words(`
  based backed led controlled held born trained supported funded sponsored aligned allied occupied brokered made style
  affiliated linked mediated imposed run friendly appointed loyal wide area`)

/** Verbs of governments and people, hardly of towns. */
export const ACTOR_VERBS = words(`
  said says say warned warns told tells announced announces vowed vows claimed claims denied denies accused accuses
  insisted insists wants wanted urged urges condemned condemns called calls agreed agrees rejected rejects launched
  launches sent sends deployed deploys ordered orders supports supported backs backed believes believed considers
  views sees fears hopes expects plans planned intends threatened threatens demanded demands asked asks added
  confirmed confirms stressed stated states responded responds refused refuses decided decides promised pledged
  pledges voted votes vetoed signed blamed blames admitted admits has had have is was were will would could should
  must may might did does began started continues continued carried conducted bombed struck attacked invaded
  occupied killed seized annexed maintains argues argued tries tried seeks sought helped helps opposes opposed
  provided provides accepted accept accepts declared declares imposed lifted hosted hosts facilitated intervened withdrew left made took gave won lost met held kept put set went came led fought
  shot paid spent let got drew broke chose wrote spoke stood ran hit`)

/** Speech and will alone: even a town's name before one of these stands for its government. */
export const SPEECH_VERBS = words(`
  said says say warned warns told announced announces vowed vows claimed claims denied denies accused accuses insisted
  insists wants urged urges condemned condemns agreed agrees rejected rejects believes considers hopes intends
  threatened threatens demanded demands confirmed confirms stressed stated responded refused refuses pledged pledges
  vetoed blamed blames admitted admits argues argued accepted maintains views opposes opposed`)

/** Before a capital they make it a party: "talks with Damascus", "loyal to Damascus". */
export const PARTY_NOUNS = words(`
  talks relations ties agreement deal alliance allied dialogue negotiations negotiate coordination war tensions pressure
  sanctions loyal support supported backed raids strikes airstrikes bombardment attacks permission orders loyalty
  anger accusations threats friendly close closer answer condemnation aid funding weapons instructions approval`)

/** Titles; the capitalised words after one are a person's name. */
export const TITLES = words(`
  mr mrs ms miss dr sir lord lady dame prof professor president vice premier prime minister king queen prince princess
  sheikh sheik shaikh emir mullah maulana imam ayatollah general gen colonel col major maj captain capt lieutenant lt
  sergeant sgt corporal private admiral commander brigadier marshal chancellor senator sen congressman congresswoman
  representative rep governor gov mayor judge justice ambassador envoy secretary chairman chairwoman director chief
  spokesman spokeswoman spokesperson leader analyst journalist reporter activist author father sister brother pope
  bishop archbishop cardinal rabbi coach officer deputy detective inspector pastor reverend rev saint bin ibn abu umm
  abd ben um`)

/** Given names so common that a capitalised word after one is a family name, and one alone is no place. */
export const GIVEN_NAMES = words(`
  mohammed mohammad muhammad mohamed mohamad ahmad ahmed ali hassan hasan hussein husain hossein khaled khalid omar umar
  abdullah abdallah abdul abdel ibrahim ismail yusuf youssef yousef mustafa mahmoud mahmud bashar hafez hamza saleh salah
  salih jamal gamal tariq tarek walid waleed samir sami karim kareem faisal fahd saad saeed said saud nasser nasir rami
  bilal osama usama ayman anas amir amin adnan imad jaber jabir marwan mazen maher riad riyad rashid rasheed talal yasser
  yasin yaseen zaid ziad zaki farouk fadi fadel firas ghassan haidar haider hamid jassim kadhim kamal mazloum muqtada
  nouri nuri qassem qasim qais raed sadiq salman sultan suleiman sulaiman taha zahran fatima aisha maryam layla leila
  vladimir sergei sergey dmitry dmitri igor oleg ivan nikolai mikhail alexander aleksandr andrei andriy yuri viktor
  volodymyr petro pavel anton maxim denis roman boris recep tayyip mevlut hulusi ahmet mehmet ismet
  john james robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald
  steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric
  jonathan stephen larry justin scott brandon benjamin samuel gregory frank patrick raymond jack dennis jerry tyler
  aaron jose adam nathan henry douglas zachary peter kyle walter ethan jeremy harold keith christian roger noah gerald
  carl terry sean austin arthur lawrence jesse dylan bryan joe jordan billy bruce albert willie gabriel logan alan juan
  wayne roy ralph randy eugene vincent russell elijah louis bobby philip johnny martin tony jim tom bob bill mike steve
  dave dan ben sam nick matt chris greg jeff ron tim ken fred barry neil craig simon ian colin graham stuart hugh nigel
  mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley
  kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy
  angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine
  maria heather diane ruth julie olivia joyce virginia kelly lauren christina joan evelyn judith megan andrea cheryl
  hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean alice julia judy sophia grace
  denise amber marilyn danielle brittany diana jane rose kate claire angela theresa hillary barack francois emmanuel
  jean pierre jacques michel hans klaus jens carlos luis antonio francisco miguel pedro pablo jorge manuel fernando
  ban kofi antonio staffan jan lakhdar`)
