import type { Codebook, CodebookType, EventType } from "../api/shapes.ts"

class Book {
  value = $state.raw<Codebook | null>(null)
  readonly byId = $derived(new Map<string, CodebookType>((this.value?.types ?? []).map((t) => [t.id, t])))
}

/** The codebook, asked for once when the UI starts; every view is drawn after it is there. */
export const codebook = new Book()

export function typeLabel(type: EventType | string | null): string | null {
  return type === null ? null : (codebook.byId.get(type)?.label ?? type)
}

export function familyOf(type: EventType | string | null): string | null {
  return type === null ? null : (codebook.byId.get(type)?.family ?? null)
}
