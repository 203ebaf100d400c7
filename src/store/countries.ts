const NAMES = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" })

/** English name of an ISO 3166-1 alpha-2 code; the code itself where it is none. */
export function countryName(code: string): string {
  try {
    return NAMES.of(code) ?? code
  } catch {
    return code
  }
}
