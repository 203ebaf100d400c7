import { en, type Strings } from "./en.ts"

/** The strings in use. One more language is one file beside en.ts and one line here. */
const languages: Record<string, Strings> = { en }

export const t: Strings = languages[document.documentElement.lang] ?? en
