// Starts the fake by hand: npx jiti test/wordpress/main.ts [posts] [faults] [port]
// For instance 1000 posts of which 5 % of the requests fail: npx jiti test/wordpress/main.ts 1000 0.05 8080

import { makeContent } from './content.js'
import { startWordPress } from './server.js'

const [count = 20, faults = 0, port = 8080] = process.argv.slice(2).map(Number)
const site = await startWordPress({ faults, validators: 'etag' }, makeContent(count), port)
process.stdout.write(`${site.home}/\noffprint ${site.home}/ --allow-private-network --limit 20\n`)
