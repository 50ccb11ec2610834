// Writes the JSON Schema of the configuration beside the compiled program: a step of the build.

import { writeFileSync } from 'node:fs'
import { configSchema } from '../options.js'

writeFileSync(new URL('../offprint.schema.json', import.meta.url), `${JSON.stringify(configSchema(), undefined, 2)}\n`)
