/** Where the reader is. Everything that can be shared or gone back to is in here, and so in the address bar. */
class Route {
  path = $state(window.location.pathname)
  params = $state.raw(new URLSearchParams(window.location.search))
}

export const route = new Route()

function read(): void {
  route.path = window.location.pathname
  route.params = new URLSearchParams(window.location.search)
}

window.addEventListener("popstate", read)

/** Goes to an address of this UI. `replace` leaves no step behind for the back button. */
export function go(address: string, options: { replace?: boolean } = {}): void {
  const here = window.location.pathname + window.location.search
  if (address !== here) window.history[options.replace ? "replaceState" : "pushState"](null, "", address)
  const samePage = new URL(address, window.location.href).pathname === route.path
  read()
  if (!samePage) window.scrollTo(0, 0)
}

/** Changes parameters of the present page; null or an empty list takes one away. */
export function setParams(
  changes: Record<string, string | string[] | null>,
  options: { replace?: boolean } = {},
): void {
  const params = new URLSearchParams(window.location.search)
  for (const [name, value] of Object.entries(changes)) {
    params.delete(name)
    for (const one of value === null ? [] : [value].flat()) params.append(name, one)
  }
  go(window.location.pathname + (params.size > 0 ? `?${params}` : ""), options)
}

/** One listener on the document turns plain clicks on this UI's own links into steps without a reload. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return
  const link = event.target instanceof Element ? event.target.closest("a") : null
  if (link === null || link.target !== "" || link.hasAttribute("download") || link.origin !== window.location.origin)
    return
  if (link.pathname.startsWith("/api/") || (link.hash !== "" && link.pathname === window.location.pathname)) return
  event.preventDefault()
  go(link.pathname + link.search)
}
