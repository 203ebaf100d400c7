/** One line of a JSON Lines stream: its value, or why it is none. Line numbers start at 1; blank lines are skipped. */
export type JsonLine = { line: number; value: unknown } | { line: number; error: string }

const MAX_LINE_CHARS = 64 * 1024 * 1024

/** Splits a stream of text chunks into parsed lines; a line over 64 Mi characters is an error, not a crash. */
export async function* readJsonLines(chunks: AsyncIterable<string> | Iterable<string>): AsyncGenerator<JsonLine> {
  let line = 0
  for await (const text of splitLines(chunks)) {
    line++
    if (text === null) yield { line, error: `line is longer than ${MAX_LINE_CHARS} characters` }
    else if (text.trim() !== "") yield parseLine(text, line)
  }
}

function parseLine(text: string, line: number): JsonLine {
  try {
    return { line, value: JSON.parse(text) }
  } catch (error) {
    return { line, error: `not JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
}

/** Yields null for a line that is too long. Parts are joined once per line, so a long line costs no more than its length. */
async function* splitLines(chunks: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string | null> {
  let parts: string[] = []
  let size = 0
  let tooLong = false
  const push = (part: string) => {
    size += part.length
    if (size > MAX_LINE_CHARS) {
      tooLong = true
      parts = []
    } else parts.push(part)
  }
  const flush = () => {
    const text = tooLong
      ? null
      : parts
          .join("")
          .replace(/\r$/, "")
          .replace(/^\uFEFF/, "")
    parts = []
    size = 0
    tooLong = false
    return text
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf("\n"); at >= 0; at = chunk.indexOf("\n", from)) {
      push(chunk.slice(from, at))
      yield flush()
      from = at + 1
    }
    if (from < chunk.length) push(chunk.slice(from))
  }
  if (size > 0) yield flush()
}
