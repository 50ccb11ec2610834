export { type FetchBytes, type FetchedBytes, fetchBytesOf } from './bytes.js'
export { createNet, type Fetched, type Net, type NetContext, type NetSettings } from './net.js'
export type { Wish } from './request.js'
