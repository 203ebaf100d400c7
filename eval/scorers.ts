import type { ScoreContext, Scorer } from "./scorer.ts"

/** What the scorers of single stages take. */
function sampleOf({ sample }: ScoreContext): { sample?: number } {
  return sample === null ? {} : { sample }
}

/** Every scorer, in the order of the table. Their modules load only when they run. */
export const SCORERS: readonly Scorer[] = [
  { name: "gold-dev", needs: "own", run: async (c) => (await import("./gold-score.ts")).scoreGold("dev", c) },
  { name: "gold-test", needs: "own", run: async (c) => (await import("./gold-score.ts")).scoreGold("test", c) },
  { name: "incidents", needs: "own", run: async (c) => (await import("./incident-score.ts")).scoreIncidents(c) },
  { name: "fakes", needs: "reports/fa-kes-*.jsonl.gz", run: async (c) => (await import("./fakes.ts")).scoreFakes(c) },
  {
    name: "main-text",
    needs: "pages/main-text-*.tar.xz",
    run: async (c) => (await import("./pages.ts")).scoreMainText(c.dataDir, sampleOf(c)),
  },
  {
    name: "dates",
    needs: "pages/dates-*.tar.xz",
    run: async (c) => (await import("./pages.ts")).scoreDates(c.dataDir, sampleOf(c)),
  },
  {
    name: "timebank",
    needs: "train/timebank-*.tar.xz",
    run: async (c) => (await import("./when.ts")).scoreTimebank(c.dataDir),
  },
  {
    name: "publication-lag",
    needs: "reports/fa-kes-*.jsonl.gz",
    run: async (c) => (await import("./when.ts")).scorePublicationLag(c.dataDir),
  },
  {
    name: "ucdp-coverage",
    needs: "actors/ucdp-actors.tar.xz",
    run: async (c) => (await import("./actors.ts")).scoreUcdpCoverage(c.dataDir),
  },
  {
    name: "ecb-plus",
    needs: "coref/ecbplus-*.tar.xz",
    run: async (c) => (await import("./link.ts")).scoreEcbPlus(c.dataDir),
  },
  {
    name: "near-copies",
    needs: "reports/fa-kes-*.jsonl.gz",
    run: async (c) => (await import("./link.ts")).scoreNearCopies(c.dataDir),
  },
  {
    name: "lgl",
    needs: "places/*.tar.xz",
    run: async (c) => (await import("./places.ts")).scoreLgl(c.dataDir, sampleOf(c)),
  },
  {
    name: "geovirus",
    needs: "places/*.tar.xz",
    run: async (c) => (await import("./places.ts")).scoreGeoVirus(c.dataDir, sampleOf(c)),
  },
]
