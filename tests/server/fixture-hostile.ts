import { article, eventOf, tell } from "./fixture-build.ts"

/** Strings that run in a browser wherever text is taken for markup, a URL, a style or a template. */
export const XSS_STRINGS: readonly string[] = [
  `<script>window.pwned=1</script>`,
  `"><img src=x onerror="window.pwned=1">`,
  `'><svg/onload=window.pwned=1>`,
  `javascript:window.pwned=1`,
  `</title><script>window.pwned=1</script>`,
  `{{constructor.constructor('window.pwned=1')()}}`,
  `\${window.pwned=1}`,
  `<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>`,
  `<a href="javascript:window.pwned=1">x</a>`,
  `<math><mtext><style><img src=x onerror=window.pwned=1></style></mtext></math>`,
  `<details open ontoggle=window.pwned=1>`,
]

const HOSTILE_HTML = (title: string, paragraphs: string[]) => `<!doctype html><html><head>
<meta http-equiv="refresh" content="0;url=http://evil.example/refresh">
<link rel="preconnect" href="http://evil.example"><link rel="stylesheet" href="http://evil.example/a.css">
<base href="http://evil.example/"><title>${title}</title><script>parent.pwned=1;top.pwned=1</script></head>
<body onload="parent.pwned=1"><img src="http://evil.example/x.gif" onerror="parent.pwned=1">
<form action="http://evil.example/post"><button autofocus onfocus="parent.pwned=1">go</button></form>
<iframe src="http://evil.example/frame"></iframe><object data="http://evil.example/o"></object>
${paragraphs.map((p) => `<p>${p}</p>`).join("\n")}</body></html>`

/** An event in which every string of a page's making is an attack. */
export function hostile() {
  const [script = "", img = "", svg = "", url = "", title = ""] = XSS_STRINGS
  const told = article({
    outlet: `Outlet ${img}`,
    published: "2021-02-02",
    title: `Clash ${title}`,
    paragraphs: [
      `Gunmen ${script} clashed with guards ${svg} near Bab ${img} on 1 February 2021, ${url} said.`,
      ...XSS_STRINGS,
    ],
    removed: [{ step: `furniture ${svg}`, reason: script, text: XSS_STRINGS.join(" ") }],
    html: HOSTILE_HTML,
  })
  const quote = `Gunmen ${script} clashed with guards ${svg} near Bab ${img} on 1 February 2021, ${url} said.`
  const mention = tell(told, {
    type: "armed-clash",
    trigger: "clashed",
    quote,
    when: ["1 February 2021", "2021-02-01"],
    where: [[`Bab ${img}`, { name: `Bab ${img}`, lat: 32.6, lon: 44.4, radiusKm: 5, country: "IQ", admin1: script }]],
    actors: [[`Gunmen ${script}`, `Gunmen ${script}`, "unknown"]],
    targets: [[`guards ${svg}`, `guards ${svg}`, "state-force"]],
    harm: [[`guards ${svg}`, { kind: "wounded", min: 2, max: 2 }]],
    saidBy: [[url, url, "unknown"]],
  })
  const event = eventOf([mention], { grade: "weak", gradeWhy: `one origin ${script}`, outlets: 1, origins: 1 })
  return { told: [told], event }
}
