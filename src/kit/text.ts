/** Lower case, no diacritics, only letters and digits, single spaces: for comparing wording, never for display. */
export function normaliseWords(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}
