/** A refusal of the server, in its own words. `wayOut` says what the reader can do about it. */
export class ApiError extends Error {
  readonly status: number
  readonly wayOut: string | null

  constructor(status: number, detail: string, wayOut: string | null) {
    super(detail)
    this.status = status
    this.wayOut = wayOut
  }
}

/** @throws ApiError for a refusal or no answer; a DOMException "AbortError" when `signal` fires */
export async function getJson<T>(path: string, params?: URLSearchParams, signal?: AbortSignal): Promise<T> {
  const query = params === undefined || params.size === 0 ? "" : `?${params}`
  const response = await fetch(`/api/${path}${query}`, signal === undefined ? {} : { signal }).catch(
    (error: unknown) => {
      if (error instanceof DOMException && error.name === "AbortError") throw error
      throw new ApiError(0, "The desk does not answer.", "Is `npm start` still running?")
    },
  )
  if (!response.ok) throw await refusal(response)
  return (await response.json()) as T
}

async function refusal(response: Response): Promise<ApiError> {
  const problem: unknown = await response.json().catch(() => null)
  const said = (key: string) => {
    const value = problem !== null && typeof problem === "object" ? (problem as Record<string, unknown>)[key] : null
    return typeof value === "string" ? value : null
  }
  return new ApiError(response.status, said("detail") ?? `The desk answered ${response.status}.`, said("wayOut"))
}
