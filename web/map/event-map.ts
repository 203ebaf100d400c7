import { type GeoJSONSource, type LngLatBoundsLike, Map as MapLibre, setWorkerUrl } from "maplibre-gl"
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url"
import type { EventPoint } from "../api/shapes.ts"
import { boundsOf } from "./circle.ts"
import { areaLayers, areasOf, CLUSTER_MAX_ZOOM, chosenLayers, markLayers, marksOf } from "./event-layers.ts"
import { addIcons } from "./icons.ts"
import { basemapStyle, labelLayers } from "./style.ts"

setWorkerUrl(workerUrl)

const EMPTY: GeoJSON.FeatureCollection = { type: "FeatureCollection", features: [] }
const FIT = { padding: 48, maxZoom: 8 }

export interface MapHandlers {
  onSelect(id: string): void
  onReady?(): void
}

/** A map of events over the offline basemap. Owns its WebGL context until `remove`. */
export class EventMap {
  readonly map: MapLibre
  readonly #handlers: MapHandlers
  #points: EventPoint[] = []
  #selected: string | null = null
  #ready = false

  /** @throws Error where WebGL is not to be had */
  constructor(container: HTMLElement, label: string, handlers: MapHandlers) {
    this.#handlers = handlers
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches
    this.map = new MapLibre({
      container,
      style: basemapStyle(),
      center: [30, 25],
      zoom: 1.6,
      maxZoom: 11,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      renderWorldCopies: false,
      fadeDuration: still ? 0 : 150,
      locale: { "Map.Title": label },
    })
    this.map.touchZoomRotate.disableRotation()
    this.map.on("style.load", () => this.#dress())
    this.map.on("click", (event) => void this.#clicked(event.point))
    this.map.on("mousemove", (event) => {
      this.map.getCanvas().style.cursor = this.#under(event.point) === undefined ? "" : "pointer"
    })
  }

  /** Draws everything anew, after a change of the colour scheme. */
  restyle(): void {
    if (this.#ready) this.map.setStyle(basemapStyle(), { diff: false })
  }

  show(points: EventPoint[]): void {
    this.#points = points
    this.#refresh()
  }

  select(id: string | null, options: { move: boolean }): void {
    this.#selected = id
    this.#refreshChosen()
    const point = this.#chosenPoint()
    if (point === undefined || !options.move) return
    const [lon, lat] = point.geometry.coordinates
    const inView = this.map.getBounds().contains([lon, lat]) && this.map.getZoom() > CLUSTER_MAX_ZOOM - 3
    if (!inView) this.#fit(boundsOf(lon, lat, Math.max(40, point.properties.radiusKm ?? 0)))
  }

  /** Brings every event into view, or all but the outermost, so that one stray point does not shrink the rest. */
  fitAll(options: { animate: boolean; trim: boolean }): void {
    const points = options.trim ? withoutOutermost(this.#points) : this.#points
    const boxes = points.map(({ geometry: { coordinates: c }, properties: p }) =>
      boundsOf(c[0], c[1], Math.min(300, p.radiusKm ?? 1)),
    )
    if (boxes.length === 0) return
    const edge = (i: number, pick: (...n: number[]) => number) =>
      boxes.reduce((a, b) => pick(a, b[i] ?? a), boxes[0]?.[i] ?? 0)
    this.#fit([edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)], options.animate)
  }

  remove(): void {
    this.map.remove()
  }

  #fit(bounds: LngLatBoundsLike, animate = true): void {
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches
    this.map.fitBounds(bounds, { ...FIT, animate: animate && !still, duration: 500 })
  }

  #dress(): void {
    addIcons(this.map)
    const source = { type: "geojson" as const, data: EMPTY }
    this.map.addSource("areas", source)
    this.map.addSource("chosen-area", source)
    this.map.addSource("chosen", source)
    this.map.addSource("events", { ...source, cluster: true, clusterRadius: 34, clusterMaxZoom: CLUSTER_MAX_ZOOM })
    const layers = [
      ...areaLayers("areas", false),
      ...labelLayers(),
      ...areaLayers("chosen-area", true),
      ...markLayers(),
      ...chosenLayers(),
    ]
    for (const layer of layers) this.map.addLayer(layer)
    const first = !this.#ready
    this.#ready = true
    this.#refresh()
    if (first) this.#handlers.onReady?.()
  }

  #source(name: string): GeoJSONSource | undefined {
    return this.map.getSource<GeoJSONSource>(name)
  }

  #refresh(): void {
    if (!this.#ready) return
    this.#source("events")?.setData(marksOf(this.#points))
    this.#source("areas")?.setData(areasOf(this.#points))
    this.#refreshChosen()
  }

  #chosenPoint(): EventPoint | undefined {
    return this.#points.find((p) => p.properties.id === this.#selected)
  }

  #refreshChosen(): void {
    if (!this.#ready) return
    const point = this.#chosenPoint()
    const list = point === undefined ? [] : [point]
    this.#source("chosen")?.setData(marksOf(list))
    this.#source("chosen-area")?.setData(areasOf(list))
  }

  #under(point: { x: number; y: number }) {
    if (!this.#ready) return undefined
    const box: [[number, number], [number, number]] = [
      [point.x - 4, point.y - 4],
      [point.x + 4, point.y + 4],
    ]
    return this.map.queryRenderedFeatures(box, { layers: ["chosen-mark", "marks", "clusters"] })[0]
  }

  async #clicked(point: { x: number; y: number }): Promise<void> {
    const feature = this.#under(point)
    if (feature === undefined) return
    const { id, cluster_id: cluster } = feature.properties
    if (typeof cluster !== "number") {
      this.#handlers.onSelect(String(id))
      return
    }
    const zoom = await this.#source("events")?.getClusterExpansionZoom(cluster)
    const center = (feature.geometry as GeoJSON.Point).coordinates as [number, number]
    if (zoom !== undefined) this.map.easeTo({ center, zoom: Math.min(zoom + 0.3, 11), duration: 400 })
  }
}

/** Leaves out the twentieth of the points at each end of either axis, once there are enough to tell. */
function withoutOutermost(points: EventPoint[]): EventPoint[] {
  const cut = Math.floor(points.length / 20)
  const middle = (axis: 0 | 1) => {
    const sorted = points.map((p) => p.geometry.coordinates[axis]).sort((a, b) => a - b)
    return [sorted[cut] ?? 0, sorted[sorted.length - 1 - cut] ?? 0] as const
  }
  const [west, east] = middle(0)
  const [south, north] = middle(1)
  return points.filter(
    ({ geometry: { coordinates: c } }) => c[0] >= west && c[0] <= east && c[1] >= south && c[1] <= north,
  )
}
