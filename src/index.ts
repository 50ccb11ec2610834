// The public interface. What is not named here may change in any version.

export type { FailedBook, MadeBook } from './build/individual.js'
export type { Changes } from './build/lock.js'
export { createPrinter, type PrinterOptions } from './build/printer.js'
export type { BookOutcome, BuildAllContext } from './build/several.js'
export {
  type BuildContext,
  type BuildEvent,
  type BuildResult,
  type BuiltPost,
  build,
  buildAll,
  type EpubCheck,
  type Output,
  type PdfCheck,
  type Printer,
  type Stage,
} from './build.js'
export { type CheckContext, type CheckOptions, type CheckResult, check } from './check-file.js'
export {
  type BookConfig,
  type Config,
  defineConfig,
  findConfig,
  type LoadedConfig,
  loadConfig,
} from './config/index.js'
export {
  asFailure,
  type Diagnostic,
  type ErrorCode,
  exitCodes,
  type Loss,
  OffprintError,
  type Place,
  type SpokenCode,
} from './diagnostics.js'
export { type InitOptions, type InitResult, init } from './init.js'
export { type InspectedNote, type InspectedPicture, type InspectedPost, type Inspection, inspect } from './inspect.js'
export type { FaqFinding, LinkFinding, OutlineChange, OutlineEntry, PrintFigures, Report } from './model.js'
export {
  type CacheContents,
  type CacheContext,
  type CacheOptions,
  cacheContents,
  clearCache,
} from './net/cache-contents.js'
export type { Edition, Theme } from './options/look.js'
export { type BuildOptions, type Format, type OptionHelp, optionHelp } from './options.js'
