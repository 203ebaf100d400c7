/** Many names to few numbers, without keeping the names: 64 bits of hash per entry, in typed arrays. */
export interface NameIndex {
  /** Values added under the key, in order of addition. */
  get(key: string): number[]
  readonly size: number
}

export interface NameIndexBuilder {
  add(codes: Uint16Array, length: number, value: number): void
  addKey(key: string, value: number): void
  finish(): NameIndex
}

const BUCKET_BITS = 20

/** FNV-1a over 16-bit units, from a given offset basis; two bases give two independent enough 32-bit halves. */
function hashCodes(codes: Uint16Array, length: number, basis: number): number {
  let hash = basis
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ (codes[i] ?? 0), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

const BASIS_A = 0x811c9dc5
const BASIS_B = 0x9747b28c

function codesOf(key: string): Uint16Array {
  const codes = new Uint16Array(key.length)
  for (let i = 0; i < key.length; i++) codes[i] = key.charCodeAt(i)
  return codes
}

export function nameIndexBuilder(): NameIndexBuilder {
  let a = new Uint32Array(1 << 16)
  let b = new Uint32Array(1 << 16)
  let values = new Uint32Array(1 << 16)
  let size = 0
  const add = (codes: Uint16Array, length: number, value: number) => {
    if (size === a.length) {
      a = grown(a)
      b = grown(b)
      values = grown(values)
    }
    a[size] = hashCodes(codes, length, BASIS_A)
    b[size] = hashCodes(codes, length, BASIS_B)
    values[size++] = value
  }
  return {
    add,
    addKey: (key, value) => add(codesOf(key), key.length, value),
    finish: () => bucketed(a, b, values, size),
  }
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2)
  larger.set(array)
  return larger
}

/** Counting sort by the top bits of the first hash; a look-up then reads one short bucket. */
function bucketed(a: Uint32Array, b: Uint32Array, values: Uint32Array, size: number): NameIndex {
  const shift = 32 - BUCKET_BITS
  const starts = new Uint32Array((1 << BUCKET_BITS) + 1)
  for (let i = 0; i < size; i++) {
    const next = ((a[i] ?? 0) >>> shift) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0)
  const at = starts.slice()
  const [first, second, held] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)]
  for (let i = 0; i < size; i++) {
    const bucket = (a[i] ?? 0) >>> shift
    const to = at[bucket] ?? 0
    at[bucket] = to + 1
    first[to] = a[i] ?? 0
    second[to] = b[i] ?? 0
    held[to] = values[i] ?? 0
  }
  return {
    size,
    get(key) {
      const codes = codesOf(key)
      const hashA = hashCodes(codes, codes.length, BASIS_A)
      const hashB = hashCodes(codes, codes.length, BASIS_B)
      const found: number[] = []
      const end = starts[(hashA >>> shift) + 1] ?? 0
      for (let i = starts[hashA >>> shift] ?? 0; i < end; i++)
        if (first[i] === hashA && second[i] === hashB) found.push(held[i] ?? 0)
      return found
    },
  }
}
