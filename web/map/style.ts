import type { LayerSpecification, StyleSpecification } from "maplibre-gl"
import { token } from "./colours.ts"

const FONT = ["Noto Sans", "Liberation Sans", "Arial", "sans-serif"]
const GRID_STEP_DEGREES = 10

const file = (name: string) => ({ type: "geojson" as const, data: `/basemap/${name}.json`, tolerance: 0.3 })

/** The offline basemap in the colours of the present scheme. Text is drawn with fonts of the machine: no glyphs are fetched. */
export function basemapStyle(): StyleSpecification {
  return {
    version: 8,
    sources: {
      grid: { type: "geojson", data: graticule() },
      land: file("land"),
      divisions: file("divisions"),
      borders: file("borders"),
      labels: file("labels"),
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": token("map-sea") } },
      { id: "grid", type: "line", source: "grid", paint: { "line-color": token("map-grid"), "line-width": 0.75 } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": token("map-land") } },
      {
        id: "divisions",
        type: "line",
        source: "divisions",
        minzoom: 4,
        paint: {
          "line-color": token("map-division"),
          "line-width": ["interpolate", ["linear"], ["zoom"], 4, 0.5, 9, 1.25],
        },
      },
      {
        id: "coast",
        type: "line",
        source: "land",
        paint: { "line-color": token("map-border"), "line-width": 0.5, "line-opacity": 0.6 },
      },
      {
        id: "borders",
        type: "line",
        source: "borders",
        paint: {
          "line-color": token("map-border"),
          "line-width": ["interpolate", ["linear"], ["zoom"], 2, 0.6, 8, 1.5],
        },
      },
    ],
  }
}

/** Names go above everything but the marks: countries first, provinces and towns as the reader comes closer. */
export function labelLayers(): LayerSpecification[] {
  const paint = { "text-color": token("map-label"), "text-halo-color": token("map-land"), "text-halo-width": 1.2 }
  return [
    {
      id: "label-towns",
      type: "symbol",
      source: "labels",
      minzoom: 5,
      filter: ["all", ["==", ["get", "kind"], "town"], ["<=", ["get", "rank"], ["zoom"]]],
      layout: {
        "text-field": ["get", "name"],
        "text-font": FONT,
        "text-size": 11,
        "text-padding": 6,
        "symbol-sort-key": ["get", "rank"],
      },
      paint,
    },
    {
      id: "label-divisions",
      type: "symbol",
      source: "labels",
      minzoom: 5.5,
      maxzoom: 9,
      filter: ["all", ["==", ["get", "kind"], "division"], ["<=", ["get", "rank"], ["+", ["zoom"], 1.5]]],
      layout: {
        "text-field": ["get", "name"],
        "text-font": FONT,
        "text-size": 11,
        "text-letter-spacing": 0.08,
        "text-padding": 10,
        "text-max-width": 7,
      },
      paint: { ...paint, "text-opacity": 0.75 },
    },
    {
      id: "label-countries",
      type: "symbol",
      source: "labels",
      maxzoom: 7,
      filter: ["all", ["==", ["get", "kind"], "country"], ["<=", ["get", "rank"], ["-", ["zoom"], 1.6]]],
      layout: {
        "text-field": ["get", "name"],
        "text-font": FONT,
        "text-size": ["interpolate", ["linear"], ["zoom"], 2, 11, 6, 14],
        "text-max-width": 7,
        "symbol-sort-key": ["get", "rank"],
      },
      paint,
    },
  ]
}

function graticule(): GeoJSON.MultiLineString {
  const lines: [number, number][][] = []
  for (let lon = -180; lon <= 180; lon += GRID_STEP_DEGREES)
    lines.push([
      [lon, -85],
      [lon, 85],
    ])
  for (let lat = -80; lat <= 80; lat += GRID_STEP_DEGREES)
    lines.push([
      [-180, lat],
      [180, lat],
    ])
  return { type: "MultiLineString", coordinates: lines }
}
