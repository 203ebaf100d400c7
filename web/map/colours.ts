/** The value of a token of styles/tokens.css as the present colour scheme has it. */
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()
}

export function familyColour(family: string | null): string {
  return (family === null ? "" : token(`family-${family}`)) || token("ink-3")
}
