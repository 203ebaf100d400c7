export const THEMES = ["auto", "light", "dark"] as const
export type Theme = (typeof THEMES)[number]

const KEY = "sightline-theme"
const dark = window.matchMedia("(prefers-color-scheme: dark)")

class Scheme {
  choice = $state<Theme>(stored())
  system = $state(dark.matches)
  readonly isDark = $derived(this.choice === "dark" || (this.choice === "auto" && this.system))
}

/** The scheme in use: the reader's choice, kept in this browser, or else the system's. */
export const scheme = new Scheme()

dark.addEventListener("change", () => {
  scheme.system = dark.matches
})
apply(scheme.choice)

export function chooseTheme(choice: Theme): void {
  scheme.choice = choice
  window.localStorage.setItem(KEY, choice)
  apply(choice)
}

function stored(): Theme {
  const value = window.localStorage.getItem(KEY)
  return THEMES.find((t) => t === value) ?? "auto"
}

function apply(choice: Theme): void {
  if (choice === "auto") document.documentElement.removeAttribute("data-theme")
  else document.documentElement.setAttribute("data-theme", choice)
}
