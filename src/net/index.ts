export { fetchBytesOf } from './bytes.js'
export { createNet, type Net, type NetContext, type NetSettings } from './net.js'
