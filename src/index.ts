// The public interface. What is not named here may change in any version.

export {
  type BuildContext,
  type BuildEvent,
  type BuildResult,
  type BuiltPost,
  build,
  type EpubCheck,
  type Output,
  type PdfCheck,
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
  type Diagnostic,
  type ErrorCode,
  exitCodes,
  type Loss,
  OffprintError,
  type Place,
  type SpokenCode,
} from './diagnostics.js'
export type { FailedBook } from './individual.js'
export { type InitOptions, type InitResult, init } from './init.js'
export { type InspectedNote, type InspectedPicture, type InspectedPost, type Inspection, inspect } from './inspect.js'
export type { Changes } from './lock.js'
export type { Edition, Theme } from './look-options.js'
export type { FaqFinding, LinkFinding, OutlineChange, OutlineEntry, PrintFigures, Report } from './model.js'
export { type BuildOptions, type Format, type OptionHelp, optionHelp } from './options.js'
