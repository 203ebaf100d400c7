const STRONG = new Set(
  `say tell report announce confirm add state claim declare note explain acknowledge admit insist stress argue allege
  reveal disclose recount describe comment reply respond-that observe assert maintain affirm indicate tweet post write
  estimate testify mention quote cite warn accuse blame deny vow threaten pledge suggest emphasise emphasize reiterate
  conclude predict believe think refute reject dismiss`.split(/\s+/),
)
/** Verbs that report only with a complement of their own ("the ministry said that …"), not with a bare noun object. */
const WITH_CLAUSE = new Set(
  "warn accuse blame deny vow threaten pledge suggest believe think quote cite reject dismiss refute".split(" "),
)

export function isReportingVerb(lemma: string): boolean {
  return STRONG.has(lemma)
}

export function needsClause(lemma: string): boolean {
  return WITH_CLAUSE.has(lemma)
}
