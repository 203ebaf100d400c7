/** One outline per event family, in a box of 24, so that no event is told apart by colour alone. */
export const FAMILY_SHAPES: Record<string, string> = {
  combat: "M12 1.5 22.5 12 12 22.5 1.5 12Z",
  distance: "M12 2 22.5 21 1.5 21Z",
  people: "M12 2.5a9.5 9.5 0 1 1 0 19a9.5 9.5 0 1 1 0-19Z",
  movement: "M2 5.5h9V1.5L22.5 12 11 22.5v-4H2Z",
  things: "M3 3h18v18H3Z",
  politics: "M7 2.5h10L22.5 12 17 21.5H7L1.5 12Z",
  unrest: "M12 1.5 15 8.6 22.6 9.3 16.9 14.4 18.6 21.9 12 18 5.4 21.9 7.1 14.4 1.4 9.3 9 8.6Z",
}
const UNKNOWN_SHAPE = "M12 6a6 6 0 1 1 0 12a6 6 0 1 1 0-12Z"

export function shapeOf(family: string | null): string {
  return (family === null ? undefined : FAMILY_SHAPES[family]) ?? UNKNOWN_SHAPE
}

export type Fill = "filled" | "hollow" | "struck"

/** Filled where it happened or goes on, hollow where it did not or not yet, struck where it is denied. */
export function fillOf(modality: string | null): Fill {
  if (modality === "denied") return "struck"
  return modality === null || modality === "actual" || modality === "ongoing" ? "filled" : "hollow"
}
