import type { Page, Report } from "../schema/index.ts"

/** What whoever added the page declared of it outranks what cleaning found: publication day and language. */
export function withGiven(report: Report, { given }: Page): Report {
  if (given === undefined) return report
  const { published, lang } = given
  return {
    ...report,
    ...(lang === undefined ? {} : { lang }),
    ...(published === undefined || report.published?.origin === "given"
      ? {}
      : {
          published: {
            value: published,
            certainty: "stated",
            spans: [],
            raw: published,
            by: "given",
            why: "published/given",
            origin: "given",
          },
        }),
  }
}
