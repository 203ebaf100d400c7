/** Disjoint sets over string keys. The representative of a set is its first added key. */
export class UnionFind {
  readonly #parent = new Map<string, string>()
  readonly #order = new Map<string, number>()

  add(key: string): void {
    if (this.#parent.has(key)) return
    this.#parent.set(key, key)
    this.#order.set(key, this.#order.size)
  }

  find(key: string): string {
    let root = key
    for (let up = this.#parent.get(root); up !== undefined && up !== root; up = this.#parent.get(root)) root = up
    for (let at = key; at !== root; ) {
      const up = this.#parent.get(at) ?? root
      this.#parent.set(at, root)
      at = up
    }
    return root
  }

  union(a: string, b: string): string {
    this.add(a)
    this.add(b)
    const [x, y] = [this.find(a), this.find(b)]
    const older = (this.#order.get(x) ?? 0) <= (this.#order.get(y) ?? 0) ? x : y
    this.#parent.set(older === x ? y : x, older)
    return older
  }

  /** Sets in order of their first key; keys in order of addition. */
  groups(): string[][] {
    const byRoot = new Map<string, string[]>()
    for (const key of this.#order.keys()) {
      const root = this.find(key)
      const group = byRoot.get(root)
      if (group) group.push(key)
      else byRoot.set(root, [key])
    }
    return [...byRoot.values()]
  }
}
