import type { Map as MapLibre } from "maplibre-gl"
import { familyColour, token } from "./colours.ts"
import { FAMILY_SHAPES, type Fill, fillOf, shapeOf } from "./shapes.ts"

const SIZE = 22
const RATIO = 2
const FILLS: Fill[] = ["filled", "hollow", "struck"]
const UNKNOWN = "unknown"

export function iconName(family: string | null, modality: string | null): string {
  return `${family !== null && family in FAMILY_SHAPES ? family : UNKNOWN}-${fillOf(modality)}`
}

/** Draws the marks of every family in the colours of the present scheme and gives them to the map. */
export function addIcons(map: MapLibre): void {
  for (const family of [...Object.keys(FAMILY_SHAPES), UNKNOWN]) {
    for (const fill of FILLS) {
      const name = `${family}-${fill}`
      const image = draw(family, fill)
      if (image === null) continue
      if (map.hasImage(name)) map.updateImage(name, image)
      else map.addImage(name, image, { pixelRatio: RATIO })
    }
  }
}

function draw(family: string, fill: Fill): ImageData | null {
  const canvas = document.createElement("canvas")
  canvas.width = canvas.height = SIZE * RATIO
  const pen = canvas.getContext("2d")
  if (pen === null) return null
  const colour = familyColour(family === UNKNOWN ? null : family)
  const ground = token("map-land")
  const scale = (SIZE * RATIO) / 24
  const outline = new Path2D(shapeOf(family))
  pen.setTransform(scale * 0.76, 0, 0, scale * 0.76, SIZE * RATIO * 0.12, SIZE * RATIO * 0.12)
  pen.lineJoin = "round"
  pen.strokeStyle = ground
  pen.lineWidth = 6
  pen.stroke(outline)
  pen.fillStyle = fill === "filled" ? colour : ground
  pen.fill(outline)
  pen.strokeStyle = colour
  pen.lineWidth = fill === "filled" ? 1 : 3
  pen.stroke(outline)
  if (fill === "struck") {
    pen.beginPath()
    pen.moveTo(3, 21)
    pen.lineTo(21, 3)
    pen.stroke()
  }
  return pen.getImageData(0, 0, canvas.width, canvas.height)
}
