import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl"
import type { EventPoint } from "../api/shapes.ts"
import { familyOf } from "../state/codebook.svelte.ts"
import { circle } from "./circle.ts"
import { familyColour, token } from "./colours.ts"
import { iconName } from "./icons.ts"

/** From this radius on a place is so unsure that its ring is dashed. */
export const DASHED_FROM_KM = 25
/** Larger areas are drawn for the chosen event alone: many of them at once would hide the map. */
const WIDE_FROM_KM = 150
export const CLUSTER_MAX_ZOOM = 8
const SPIRAL_STEP_PX = 13
const GOLDEN_ANGLE = 2.39996

export interface MarkProperties {
  id: string
  icon: string
  colour: string
  /** True where the point stands for a wide area. */
  vague: boolean
  /** Pixels by which a mark steps aside for others at the very same point. */
  offset: [number, number]
}

/** Marks for the map. Events at one point are laid out in a spiral around it instead of on top of each other. */
export function marksOf(points: EventPoint[]): GeoJSON.FeatureCollection<GeoJSON.Point, MarkProperties> {
  const at = new Map<string, number>()
  const features = points.map((point): GeoJSON.Feature<GeoJSON.Point, MarkProperties> => {
    const key = point.geometry.coordinates.join(",")
    const index = at.get(key) ?? 0
    at.set(key, index + 1)
    const family = familyOf(point.properties.type)
    const properties = {
      id: point.properties.id,
      icon: iconName(family, point.properties.modality),
      colour: familyColour(family),
      vague: (point.properties.radiusKm ?? 0) >= DASHED_FROM_KM,
      offset: spiral(index),
    }
    return { type: "Feature", geometry: point.geometry, properties }
  })
  return { type: "FeatureCollection", features }
}

function spiral(index: number): [number, number] {
  const distance = SPIRAL_STEP_PX * Math.sqrt(index)
  const round = (n: number) => Math.round(n * 10) / 10
  return [round(distance * Math.cos(index * GOLDEN_ANGLE)), round(distance * Math.sin(index * GOLDEN_ANGLE))]
}

/** The areas in which the events may have been. */
export function areasOf(points: EventPoint[]): GeoJSON.FeatureCollection {
  const features = points.flatMap((point) => {
    const { radiusKm, type, id } = point.properties
    if (radiusKm === null || radiusKm === 0) return []
    const [lon, lat] = point.geometry.coordinates
    return [circle(lon, lat, radiusKm, { id, radiusKm, colour: familyColour(familyOf(type)) })]
  })
  return { type: "FeatureCollection", features }
}

const colour: ExpressionSpecification = ["get", "colour"]
const sure: ExpressionSpecification = ["<", ["get", "radiusKm"], DASHED_FROM_KM]
/** A ring that would be smaller than its own mark at this zoom is left out. */
const seen: ExpressionSpecification = [">", ["get", "radiusKm"], ["/", 1200, ["^", 2, ["zoom"]]]]

export function areaLayers(source: string, strong: boolean): LayerSpecification[] {
  const drawn: ExpressionSpecification = strong ? seen : ["all", seen, ["<", ["get", "radiusKm"], WIDE_FROM_KM]]
  const line = { "line-color": colour, "line-width": strong ? 2 : 1, "line-opacity": strong ? 1 : 0.45 }
  return [
    {
      id: `${source}-fill`,
      type: "fill",
      source,
      filter: drawn,
      paint: { "fill-color": colour, "fill-opacity": strong ? 0.16 : 0.05 },
    },
    { id: `${source}-line`, type: "line", source, filter: ["all", drawn, sure], paint: line },
    {
      id: `${source}-dashed`,
      type: "line",
      source,
      filter: ["all", drawn, ["!", sure]],
      paint: { ...line, "line-dasharray": [3, 3] },
    },
  ]
}

export function markLayers(): LayerSpecification[] {
  return [
    {
      id: "clusters",
      type: "circle",
      source: "events",
      filter: ["has", "point_count"],
      paint: {
        "circle-color": token("surface"),
        "circle-stroke-color": token("ink-2"),
        "circle-stroke-width": 1.5,
        "circle-radius": ["interpolate", ["linear"], ["sqrt", ["get", "point_count"]], 1.4, 12, 10, 20, 40, 34],
      },
    },
    {
      id: "cluster-counts",
      type: "symbol",
      source: "events",
      filter: ["has", "point_count"],
      layout: {
        "text-field": ["get", "point_count_abbreviated"],
        "text-font": ["Noto Sans Bold", "Liberation Sans", "Arial", "sans-serif"],
        "text-size": 12,
        "text-allow-overlap": true,
      },
      paint: { "text-color": token("ink") },
    },
    {
      id: "vague",
      type: "circle",
      source: "events",
      filter: ["all", ["!", ["has", "point_count"]], ["get", "vague"]],
      paint: { "circle-color": colour, "circle-radius": 24, "circle-blur": 0.9, "circle-opacity": 0.45 },
    },
    {
      id: "marks",
      type: "symbol",
      source: "events",
      filter: ["!", ["has", "point_count"]],
      layout: {
        "icon-image": ["get", "icon"],
        "icon-offset": ["get", "offset"],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
    },
  ]
}

/** The chosen event stands out on any ground: a ring in the accent colour around its own mark. */
export function chosenLayers(): LayerSpecification[] {
  return [
    {
      id: "chosen-halo",
      type: "circle",
      source: "chosen",
      paint: {
        "circle-radius": 16,
        "circle-color": token("accent"),
        "circle-opacity": 0.18,
        "circle-stroke-color": token("accent"),
        "circle-stroke-width": 2.5,
      },
    },
    {
      id: "chosen-mark",
      type: "symbol",
      source: "chosen",
      layout: {
        "icon-image": ["get", "icon"],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
        "icon-size": 1.2,
      },
    },
  ]
}
