type Position = [number, number]

/** Ramer–Douglas–Peucker, without recursion; keeps both ends. A closed line keeps at least four points. */
export function simplifyLine(points: Position[], tolerance: number): Position[] {
  if (points.length <= 4) return points
  const keep = new Uint8Array(points.length)
  keep[0] = keep[points.length - 1] = 1
  const todo: [number, number][] = [[0, points.length - 1]]
  if (isClosed(points)) {
    const third = Math.floor(points.length / 3)
    keep[third] = keep[2 * third] = 1
    todo.splice(0, 1, [0, third], [third, 2 * third], [2 * third, points.length - 1])
  }
  for (let range = todo.pop(); range !== undefined; range = todo.pop()) {
    const [from, to] = range
    const at = farthest(points, from, to, tolerance)
    if (at !== null) {
      keep[at] = 1
      todo.push([from, at], [at, to])
    }
  }
  return points.filter((_, i) => keep[i] === 1)
}

function isClosed(points: Position[]): boolean {
  const [a, b] = [points[0], points[points.length - 1]]
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1]
}

/** The point between two others that is farthest from their line, if farther than the tolerance. */
function farthest(points: Position[], from: number, to: number, tolerance: number): number | null {
  const [a, b] = [points[from], points[to]]
  if (a === undefined || b === undefined) return null
  let best = tolerance * tolerance
  let at: number | null = null
  for (let i = from + 1; i < to; i++) {
    const p = points[i]
    const distance = p === undefined ? 0 : squareDistance(p, a, b)
    if (distance > best) {
      best = distance
      at = i
    }
  }
  return at
}

function squareDistance(p: Position, a: Position, b: Position): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length))
  return (p[0] - a[0] - t * dx) ** 2 + (p[1] - a[1] - t * dy) ** 2
}
