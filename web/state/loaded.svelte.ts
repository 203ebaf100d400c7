import { ApiError } from "../api/client.ts"

/** What a view waits for. The last value stays while the next one loads, so that nothing flickers. */
export interface Loaded<T> {
  readonly value: T | null
  readonly error: ApiError | null
  readonly loading: boolean
  retry(): void
}

/** Loads again whenever what `load` reads changes; an answer that was overtaken is dropped. */
export function loaded<T>(load: (signal: AbortSignal) => Promise<T> | null): Loaded<T> {
  let value = $state.raw<T | null>(null)
  let error = $state.raw<ApiError | null>(null)
  let loading = $state(true)
  let attempt = $state(0)

  $effect(() => {
    void attempt
    const abort = new AbortController()
    const answer = load(abort.signal)
    if (answer === null) {
      value = null
      error = null
      loading = false
      return
    }
    loading = true
    answer.then(
      (result) => {
        if (abort.signal.aborted) return
        value = result
        error = null
        loading = false
      },
      (reason: unknown) => {
        if (abort.signal.aborted) return
        error = reason instanceof ApiError ? reason : new ApiError(0, String(reason), null)
        loading = false
      },
    )
    return () => abort.abort()
  })

  return {
    get value() {
      return value
    },
    get error() {
      return error
    },
    get loading() {
      return loading
    },
    retry: () => {
      attempt++
    },
  }
}
