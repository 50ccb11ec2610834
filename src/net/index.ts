export { fetchBytesOf } from './bytes.js'
export { createNet, type Fetched, type Net, type NetContext, type NetSettings } from './net.js'
export type { Wish } from './request.js'
export { openStore, type Store } from './store.js'
