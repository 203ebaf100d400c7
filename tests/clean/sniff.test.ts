import { describe, expect, it } from "vitest"
import { formOf, isForeignMime } from "../../src/clean/sniff.ts"

describe("formOf", () => {
  it.each([
    ["text/html", "<p>Shells fell</p>", "html"],
    ["text/plain", "<!DOCTYPE html><html><body>Shells fell", "html"],
    ["application/octet-stream", "<?xml version='1.0'?><html>", "html"],
    ["text/html", "Shells fell on the town.", "plain"],
    ["text/html", "Shells fell; 3 < 5 and <unknown> people", "plain"],
    ["text/html; charset=utf-8", "Lead text first <div class='x'>then markup</div>", "html"],
    ["text/plain", "He wrote <p> in the margin", "plain"],
  ])("%s %s → %s", (mime, text, form) => expect(formOf(mime, text)).toBe(form))
})

describe("isForeignMime", () => {
  it.each(["image/png", "application/pdf", "video/mp4", "application/json"])("%s", (mime) =>
    expect(isForeignMime(mime)).toBe(true),
  )
  it.each(["text/html", "text/plain", "application/octet-stream", "text/markdown"])("not %s", (mime) =>
    expect(isForeignMime(mime)).toBe(false),
  )
})
