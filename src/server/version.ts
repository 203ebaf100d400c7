import pkg from "../../package.json" with { type: "json" }

/** Version of this project, from package.json. */
export const VERSION: string = pkg.version
