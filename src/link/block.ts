import { normaliseWords } from "../kit/text.ts"
import { EVENT_TYPES, type EventType, type Where } from "../schema/index.ts"
import { MEETING_TYPES } from "./compare/type-pairs.ts"
import { bandsOf } from "./lsh.ts"
import type { Telling } from "./telling.ts"

const BUCKET_DAYS = 4
const REACH_MARGIN_DAYS = 1
/** A longer range is no day to look things up by. */
const MAX_RANGE_DAYS = 10
/** About 55 km; a mention looks into its own cell and the eight around it. */
const CELL_DEGREES = 0.5
const MAX_PLACES = 4
/** How many earlier mentions of one type are looked at per block, latest published first. */
const MAX_PER_BLOCK = 128
const MAX_PER_LOOSE_BLOCK = 48
const MAX_PARTIES = 4
const MAX_TRIGGER_WORDS = 2

const TYPE_NUMBER = Object.fromEntries(EVENT_TYPES.map((t, i) => [t, i])) as Record<EventType, number>
const TYPE_SLOTS = 64
const NAME_SLOTS = 2 ** 22
const BUCKET_OFFSET = 2 ** 20

/** Numbers for strings, in order of first sight. */
class Names {
  readonly #ids = new Map<string, number>()

  idOf(name: string): number {
    const known = this.#ids.get(name)
    if (known !== undefined) return known
    this.#ids.set(name, this.#ids.size)
    return this.#ids.size - 1
  }
}

type Blocks = Map<number, number[]>

function put(blocks: Blocks, key: number, rank: number): void {
  const block = blocks.get(key)
  if (block) block.push(rank)
  else blocks.set(key, [rank])
}

/** Buckets of four days that a mention's reach touches, widened by a margin in days; [] where it has no usable time. */
function bucketsOf({ days }: Telling, margin: number): number[] {
  if (days === null || days.reach.end - days.reach.start >= MAX_RANGE_DAYS) return []
  const from = Math.floor((days.reach.start - margin) / BUCKET_DAYS)
  const to = Math.floor((days.reach.end + margin) / BUCKET_DAYS)
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

const LAT_CELLS = Math.ceil(180 / CELL_DEGREES) + 2
const LON_CELLS = Math.ceil(360 / CELL_DEGREES)

function cellsOf(place: Where, around: number): number[] {
  if (place.lat === null || place.lon === null) return []
  const [lat, lon] = [Math.floor((place.lat + 90) / CELL_DEGREES) + 1, Math.floor((place.lon + 180) / CELL_DEGREES)]
  const cells: number[] = []
  for (let y = Math.max(0, lat - around); y <= Math.min(LAT_CELLS - 1, lat + around); y++)
    for (let x = lon - around; x <= lon + around; x++) cells.push(y * LON_CELLS + ((x + LON_CELLS) % LON_CELLS))
  return cells
}

function tier(place: Where): "point" | "region" | "name" | "none" {
  if (place.precision === "country") return "none"
  if (place.precision === "admin1") return "region"
  return place.lat !== null && place.lon !== null ? "point" : "name"
}

/** Keys of one mention per kind of block. */
interface Keys {
  cells: number[]
  /** Provinces as such. */
  regions: number[]
  /** Provinces that hold a more precise place. */
  inRegions: number[]
  names: number[]
}
type Role = "home" | "probe"
const KINDS = ["cells", "regions", "inRegions", "names"] as const

/** True where no block of time and place can hold it. */
function isLoose(telling: Telling): boolean {
  return bucketsOf(telling, 0).length === 0 || telling.places.every((p) => tier(p) === "none")
}

/** Position of the first number of a sorted list that is not below `least`. */
function firstFrom(sorted: readonly number[], least: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Blocks of mentions that may tell one event: time window × place cell × type. A province meets the towns that lie in
 * it. A mention without a usable time or place (`loose`) is looked up by its wording, and by its actor where the day is
 * known. The cost of a mention depends on its blocks, never on the size of the desk.
 */
export class BlockIndex {
  readonly #blocks: Record<keyof Keys, Blocks> = {
    cells: new Map(),
    regions: new Map(),
    inRegions: new Map(),
    names: new Map(),
  }
  readonly #loose: Blocks = new Map()
  readonly #ids = new Names()
  readonly #seen: Int32Array
  readonly #tellings: readonly Telling[]
  /** How many times a block held more mentions than were looked at. */
  capped = 0

  constructor(tellings: readonly Telling[]) {
    this.#tellings = tellings
    this.#seen = new Int32Array(tellings.length).fill(-1)
    for (const telling of tellings)
      if (isLoose(telling)) for (const key of this.#looseKeysOf(telling)) put(this.#loose, key, telling.rank)
  }

  /**
   * The ranks of the mentions to compare with, each pair once over all calls; then files this one. To be called for
   * every mention, in rank order.
   */
  next(telling: Telling): number[] {
    const probe = this.#keysOf(telling, "probe")
    const found: number[] = []
    for (const kind of KINDS) this.#collect(this.#blocks[kind], probe[kind], telling, found)
    this.#collectLoose(telling, found)
    const home = this.#keysOf(telling, "home")
    for (const kind of KINDS) for (const key of home[kind]) put(this.#blocks[kind], key, telling.rank)
    return found
  }

  #collect(blocks: Blocks, keys: readonly number[], telling: Telling, found: number[]): void {
    for (const key of keys) {
      const block = blocks.get(key)
      if (block === undefined) continue
      if (block.length > MAX_PER_BLOCK) this.capped++
      for (const rank of block.slice(-MAX_PER_BLOCK)) this.#take(rank, telling, found)
    }
  }

  /** Loose mentions near this one in age; a loose one itself leaves those after it to find it. */
  #collectLoose(telling: Telling, found: number[]): void {
    if (this.#loose.size === 0) return
    const loose = isLoose(telling)
    for (const key of this.#looseKeysOf(telling)) {
      const block = this.#loose.get(key)
      if (block === undefined) continue
      if (block.length > MAX_PER_LOOSE_BLOCK) this.capped++
      const from = Math.max(0, firstFrom(block, telling.rank) - MAX_PER_LOOSE_BLOCK / 2)
      for (const rank of block.slice(from, from + MAX_PER_LOOSE_BLOCK))
        if (!loose || rank < telling.rank) this.#take(rank, telling, found)
    }
  }

  #take(rank: number, telling: Telling, found: number[]): void {
    if (this.#seen[rank] === telling.rank) return
    this.#seen[rank] = telling.rank
    const other = this.#tellings[rank]
    if (other && MEETING_TYPES[telling.mention.type.value].includes(other.mention.type.value)) found.push(rank)
  }

  /** A mention is filed under its own time, cell and type, and looks into what is next to them. */
  #keysOf(telling: Telling, role: Role): Keys {
    const keys: Keys = { cells: [], regions: [], inRegions: [], names: [] }
    const home = role === "home"
    const buckets = bucketsOf(telling, home ? 0 : REACH_MARGIN_DAYS)
    const meeting = MEETING_TYPES[telling.mention.type.value].map((t) => TYPE_NUMBER[t])
    const types = home ? meeting.slice(0, 1) : meeting
    const add = (to: number[], slots: number, place: number) => {
      for (const b of buckets) for (const t of types) to.push(((b + BUCKET_OFFSET) * slots + place) * TYPE_SLOTS + t)
    }
    for (const place of telling.places.slice(0, MAX_PLACES)) {
      const kind = tier(place)
      if (kind === "none") continue
      if (kind === "point")
        for (const cell of cellsOf(place, home ? 0 : 1)) add(keys.cells, LAT_CELLS * LON_CELLS, cell)
      if (kind === "name") add(keys.names, NAME_SLOTS, this.#ids.idOf(`name:${normaliseWords(place.name)}`))
      const region = this.#regionOf(place)
      if (region === null) continue
      if (!home || kind === "region") add(keys.regions, NAME_SLOTS, region)
      if (home !== (kind === "region")) add(keys.inRegions, NAME_SLOTS, region)
    }
    return keys
  }

  #regionOf(place: Where): number | null {
    const admin1 = place.precision === "admin1" ? (place.admin1 ?? place.name) : place.admin1
    return admin1 === null ? null : this.#ids.idOf(`region:${place.country ?? "?"}|${normaliseWords(admin1)}`)
  }

  /** By wording; by actor and day where the day is known; by actor and trigger where it is not. */
  #looseKeysOf(telling: Telling): number[] {
    const keys = bandsOf(telling.words)
    const buckets = bucketsOf(telling, 0)
    const add = (key: string) => keys.push(-1 - this.#ids.idOf(key))
    for (const party of [...telling.actors, ...telling.targets].filter((p) => p.specific).slice(0, MAX_PARTIES)) {
      const root = party.kin.at(-1) ?? party.key
      for (const bucket of buckets) add(`day:${bucket}|${root}`)
      for (const word of telling.trigger.subarray(0, MAX_TRIGGER_WORDS)) add(`trigger:${word}|${root}`)
    }
    return keys
  }
}
