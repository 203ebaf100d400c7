/** Irregular past participles and past forms that news of conflict uses; regular ones end in -ed. */
const PARTICIPLES = new Set(
  `shot hit struck fled left taken overrun driven beaten blown burnt cut fallen fought found given gone held kept killed
  laid lost made met put rebuilt retaken sent set shut slain split spread stolen sunk swept thrown torn withdrawn won
  wounded seen said told known begun broken brought built bought caught come done drawn eaten led let meant paid read
  reset ridden risen run sold shaken shown slit sought spent stuck stood sworn thought torched undergone understood
  freed hanged hung swapped hidden ridden shelled bombed`.split(/\s+/),
)

const PAST_ONLY = new Set(
  `fell fled took gave went drove blew broke came began chose did drew ate flew forgot froze got grew knew ran rang rose
  saw shook showed sang sank spoke stole swore threw tore wore withdrew wrote retook overran undertook was were had
  became beat`.split(/\s+/),
)

export function isGerundForm(lower: string): boolean {
  return lower.length > 4 && lower.endsWith("ing")
}

/** Could be a past participle ("captured", "overrun"); many are past forms too. */
export function isParticipleForm(lower: string): boolean {
  return (lower.length > 3 && lower.endsWith("ed")) || PARTICIPLES.has(lower)
}

/** A form that can only be a finite past ("fell", "withdrew"). */
export function isPastOnlyForm(lower: string): boolean {
  return PAST_ONLY.has(lower) && !PARTICIPLES.has(lower)
}
