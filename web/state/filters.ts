/** Filters live in the address bar under the same names as the API's parameters. */
export const LIST_FILTERS = ["type", "modality", "grade", "actor", "outlet", "country"] as const
export const SINGLE_FILTERS = ["place", "bbox", "from", "to", "q", "minOrigins"] as const
export type ListFilter = (typeof LIST_FILTERS)[number]
export type SingleFilter = (typeof SINGLE_FILTERS)[number]

/** Only the filters of an address, for the API: what is selected or sorted is left out. */
export function filterParams(params: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams()
  for (const name of [...LIST_FILTERS, ...SINGLE_FILTERS]) {
    for (const value of params.getAll(name)) if (value !== "") kept.append(name, value)
  }
  return kept
}

export interface ActiveFilter {
  name: ListFilter | SingleFilter
  value: string
}

export function activeFilters(params: URLSearchParams): ActiveFilter[] {
  return [...filterParams(params)].map(([name, value]) => ({ name: name as ActiveFilter["name"], value }))
}

/** The values of a filter after one of them is switched on or off. */
export function toggled(params: URLSearchParams, name: ListFilter, value: string): string[] {
  const values = params.getAll(name)
  return values.includes(value) ? values.filter((v) => v !== value) : [...values, value]
}

export function withoutFilter(params: URLSearchParams, { name, value }: ActiveFilter): Record<string, string[]> {
  return { [name]: params.getAll(name).filter((v) => v !== value) }
}

export const NO_FILTERS: Record<string, null> = Object.fromEntries(
  [...LIST_FILTERS, ...SINGLE_FILTERS].map((name) => [name, null]),
)
