import { describe, expect, it } from "vitest"
import { scoreEcbPlus, scoreNearCopies } from "../../eval/link.ts"

const DATA = process.env.SIGHTLINE_DATA ?? "../shared/data"
const near = scoreNearCopies(DATA)

describe("figures on public data", () => {
  it("are null where the data are not there", () => {
    expect(scoreEcbPlus("/nowhere")).toBeNull()
    expect(scoreNearCopies("/nowhere")).toBeNull()
  })

  it.skipIf(near === null)(
    "finds near all copies of one text, and hardly anything else (needs the FA-KES reports)",
    () => {
      expect(near?.n).toBeGreaterThan(0)
      expect(near?.metrics.recall).toBeGreaterThan(0.9)
      expect(near?.metrics.precision).toBeGreaterThan(0.9)
    },
  )
})
