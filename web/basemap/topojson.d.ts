declare module "topojson-specification" {
  export interface Topology<O = Record<string, unknown>> {
    type: "Topology"
    objects: O
    arcs: number[][][]
    transform?: { scale: [number, number]; translate: [number, number] }
  }
  export interface Polygon<P = unknown> {
    type: "Polygon"
    arcs: number[][]
    properties?: P
  }
  export interface MultiPolygon<P = unknown> {
    type: "MultiPolygon"
    arcs: number[][][]
    properties?: P
  }
  export interface GeometryCollection<P = unknown> {
    type: "GeometryCollection"
    geometries: (Polygon<P> | MultiPolygon<P>)[]
  }
}

declare module "topojson-client" {
  import type { MultiLineString, MultiPolygon } from "geojson"
  import type { GeometryCollection, Polygon, Topology } from "topojson-specification"
  export function merge(topology: Topology, areas: Polygon[]): MultiPolygon
  export function mesh(
    topology: Topology,
    object: GeometryCollection,
    filter: (a: Polygon, b: Polygon) => boolean,
  ): MultiLineString
}

declare module "topojson-server" {
  import type { Topology } from "topojson-specification"
  export function topology(objects: Record<string, unknown>, quantization?: number): Topology
}
